package localorg.runtime.system;

import localorg.runtime.lang.ApexId;

/** Apex Reference, SchedulableContext Interface. */
public interface SchedulableContext {
    ApexId getTriggerId();
}
