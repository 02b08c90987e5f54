package localorg.runtime.system;

import localorg.runtime.AsyncJob;
import localorg.runtime.Transaction;
import localorg.runtime.exception.AsyncException;

/** Apex Reference, AsyncInfo Class. */
public class AsyncInfo {

    private static AsyncJob.Chain chain() {
        AsyncJob job = Transaction.current().job();
        if (job == null || job.chain() == null) {
            throw new AsyncException("System.AsyncInfo is for queueable jobs"); // the platform's text is unknown
        }
        return job.chain();
    }

    public static Integer getCurrentQueueableStackDepth() {
        return chain().depth();
    }

    public static Integer getMaximumQueueableStackDepth() {
        return Jobs.depthLimit(chain());
    }

    public static Integer getMinimumQueueableDelayInMinutes() {
        return chain().delayMinutes();
    }

    /** Whether AsyncOptions said how deep the chain may get. */
    public static Boolean hasMaxStackDepth() {
        return chain().maximum() != null;
    }
}
