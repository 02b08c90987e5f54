package localorg.runtime.database;

import localorg.runtime.lang.ApexId;

/** Apex Reference, Database.BatchableContext Interface. */
public class BatchableContext {

    private final ApexId jobId;

    public BatchableContext(ApexId jobId) {
        this.jobId = jobId;
    }

    public ApexId getJobId() {
        return jobId;
    }

    public ApexId getChildJobId() {
        return jobId;
    }
}
