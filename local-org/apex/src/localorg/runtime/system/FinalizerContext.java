package localorg.runtime.system;

import localorg.runtime.lang.ApexId;

/** Apex Reference, FinalizerContext Interface. */
public interface FinalizerContext {
    ApexId getAsyncApexJobId();

    String getRequestId();

    ParentJobResult getResult();

    Exception getException();
}
