package localorg.runtime;

/**
 * A thread that can run Apex. It holds its transaction itself: a ThreadLocal, asked before each statement, costs more
 * than the statement.
 */
public final class ApexThread extends Thread {

    private Transaction transaction;

    public ApexThread(Runnable work) {
        super(work);
        setDaemon(true);
    }

    /** The transaction that runs on the current thread, or null. */
    static Transaction transaction() {
        return Thread.currentThread() instanceof ApexThread thread ? thread.transaction : null;
    }

    static void setTransaction(Transaction transaction) {
        ((ApexThread) Thread.currentThread()).transaction = transaction;
    }
}
