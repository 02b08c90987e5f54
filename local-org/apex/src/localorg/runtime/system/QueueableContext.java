package localorg.runtime.system;

import localorg.runtime.lang.ApexId;

/** Apex Reference, QueueableContext Interface. */
public interface QueueableContext {
    ApexId getJobId();
}
