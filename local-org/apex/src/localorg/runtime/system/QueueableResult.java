package localorg.runtime.system;

import localorg.runtime.exception.UnexpectedException;
import localorg.runtime.lang.ApexId;

/** What a finalizer is told of its job; problem is null after success. Apex Developer Guide, Transaction Finalizers. */
record QueueableResult(ApexId jobId, String requestId, Throwable problem) implements FinalizerContext {
    @Override
    public ApexId getAsyncApexJobId() {
        return jobId;
    }

    @Override
    public String getRequestId() {
        return requestId;
    }

    @Override
    public ParentJobResult getResult() {
        return problem == null ? ParentJobResult.SUCCESS : ParentJobResult.UNHANDLED_EXCEPTION;
    }

    @Override
    public Exception getException() {
        return problem == null || problem instanceof Exception
            ? (Exception) problem
            : new UnexpectedException(problem.toString());
    }
}
