package localorg.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import localorg.data.DataView;
import localorg.data.JobRecords;
import localorg.runtime.lang.ExceptionMethods;
import localorg.runtime.system.Quiddity;

/**
 * One run of a job. Each part is a transaction of its own with limits of its own, which leaves nothing behind when it
 * fails (Apex Developer Guide, Asynchronous Apex).
 */
public final class JobRun {

    private final Org org;
    private final Transaction test;
    private final AsyncJob job;
    private final List<AsyncJob> left = new ArrayList<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private final long firedAt;
    private int parts;
    private int errors;
    private Throwable problem;

    /** In the running org, or in the test whose transaction is given. */
    JobRun(Org org, Transaction test, AsyncJob job) {
        this.org = org;
        this.test = test;
        this.job = job;
        firedAt = test == null ? Math.max(job.due(), org.now()) : org.now();
    }

    /** Runs a job of a test at Test.stopTest; answers the jobs that it left. */
    public static List<AsyncJob> inTest(Transaction test, AsyncJob job) {
        JobRun run = new JobRun(test.org(), test, job);
        run.run();
        if (run.problem != null) {
            throw Instances.sneaky(run.problem);
        }
        return run.left;
    }

    /** Answers what the job threw, or null. */
    Throwable run() {
        record(data -> JobRecords.started(data, job.id()));
        job.work().run(this);
        return problem;
    }

    /** Its parts, for their cost. */
    List<Transaction> transactions() {
        return transactions;
    }

    public Org org() {
        return org;
    }

    public AsyncJob job() {
        return job;
    }

    public boolean isTest() {
        return test != null;
    }

    /** The time on the org's clock at which it began. */
    public long firedAt() {
        return firedAt;
    }

    /** The transaction that ended, its finalizer among what it says. */
    public Transaction part(Quiddity kind, Runnable code) {
        Transaction transaction =
            test == null
                ? new Transaction(org, job.user(), kind, new DataView(org.data()))
                : test.within(kind, job.user());
        transaction.setJobRun(this);
        transactions.add(transaction);
        parts++;
        int before = transaction.data().position();
        transaction.run(() -> {
            try {
                code.run();
                transaction.commit();
                left.addAll(transaction.jobs());
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                fail(ExceptionMethods.asApex(e));
                transaction.data().backTo(before);
            }
        });
        return transaction;
    }

    private void fail(Throwable thrown) {
        errors++;
        problem = problem == null ? thrown : problem;
    }

    /** What a part threw, or null. */
    public Throwable problem() {
        return problem;
    }

    /** The job is over: says so in its row. */
    public void end() {
        record(data -> JobRecords.ended(data, job.id(), org.now(), errors, parts, problem));
    }

    /** Changes rows of the platform's own, whatever becomes of the job's. */
    public void record(Consumer<DataView> change) {
        if (test == null) {
            JobRecords.change(org, change);
        } else {
            change.accept(test.data());
        }
    }

    /** Has the job run again later, as a scheduled class does; a test fires it once. */
    public void again(AsyncJob next) {
        if (test == null) {
            org.jobs().add(next);
        }
    }
}
