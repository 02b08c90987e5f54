package localorg.runtime;

import localorg.runtime.lang.ApexId;
import localorg.runtime.system.Quiddity;

/** Work that Apex left for later: a queueable, a future method, a batch, a scheduled class. */
public record AsyncJob(ApexId id, Quiddity kind, String className, OrgUser user, Runnable work) {}
