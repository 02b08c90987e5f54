package localorg.runtime.system;

import java.util.Objects;
import localorg.data.JobRecords;
import localorg.runtime.AsyncJob;
import localorg.runtime.JobRun;
import localorg.runtime.Limits;
import localorg.runtime.Org;
import localorg.runtime.Transaction;
import localorg.runtime.database.AllowsCallouts;
import localorg.runtime.exception.AsyncException;
import localorg.runtime.exception.DuplicateMessageException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.Serialized;

/** Queueables and their finalizers (Apex Developer Guide, Queueable Apex; Transaction Finalizers). */
final class Jobs {

    private static final int LONGEST_DELAY_MINUTES = 10;
    private static final long MILLISECONDS_PER_MINUTE = 60_000;
    private static final int DEVELOPER_EDITION_DEPTH = 5;
    private static final int FINALIZER_RETRIES = 5;

    private Jobs() {}

    static ApexId enqueue(Queueable queueable, AsyncOptions options) {
        Transaction transaction = Transaction.current();
        transaction.limits().count(Limits.Kind.QUEUEABLE_JOBS, 1);
        AsyncJob.Chain chain = chain(transaction, options);
        AsyncJob parent = transaction.job();
        boolean inherits = parent != null && transaction.quiddity() == Quiddity.QUEUEABLE && parent.callouts();
        ApexId id = JobRecords.enqueued(transaction, "Queueable", Type.nameOf(queueable), null);
        Queueable kept = Serialized.copy(queueable);
        // Imitates: the delay of a queueable counts on the org's clock and is ignored in tests — Apex Developer Guide, Queueable Apex [C]
        long due = transaction.org().now() + chain.delayMinutes() * MILLISECONDS_PER_MINUTE;
        transaction.leave(
            new AsyncJob(
                id,
                Quiddity.QUEUEABLE,
                Type.nameOf(queueable),
                transaction.user(),
                due,
                inherits || queueable instanceof AllowsCallouts,
                chain,
                run -> execute(run, kept)
            )
        );
        return id;
    }

    // Imitates: depth of a chain: 1 in tests, 5 in Developer Edition, unless AsyncOptions says more — Apex Developer Guide, Queueable Apex (likely: the text) [C]
    private static AsyncJob.Chain chain(Transaction transaction, AsyncOptions options) {
        AsyncJob.Chain parent = transaction.job() == null ? null : transaction.job().chain();
        boolean chained = parent != null && transaction.quiddity() == Quiddity.QUEUEABLE;
        Integer wanted = options == null ? null : options.MaximumQueueableStackDepth;
        Integer maximum = wanted == null && chained ? parent.maximum() : wanted;
        int depth = chained ? parent.depth() + 1 : 1;
        if (depth > limit(transaction, maximum)) {
            throw new AsyncException("Maximum stack depth has been reached.");
        }
        int delay =
            options == null || options.MinimumQueueableDelayInMinutes == null
                ? 0
                : options.MinimumQueueableDelayInMinutes;
        if (delay < 0 || delay > LONGEST_DELAY_MINUTES) {
            throw new AsyncException("The delay of a queueable is 0 to 10 minutes: " + delay);
        }
        String signature = options == null ? null : Objects.toString(options.DuplicateSignature, null);
        refuseDuplicate(transaction, signature);
        return new AsyncJob.Chain(depth, maximum, delay, failures(transaction, parent), signature);
    }

    private static int limit(Transaction transaction, Integer maximum) {
        return maximum != null ? maximum : transaction.test() == null ? DEVELOPER_EDITION_DEPTH : 1;
    }

    // Imitates: a finalizer tries a failed job again five times in a row at most — Apex Developer Guide, Transaction Finalizers (the text is ours) [C]
    private static int failures(Transaction transaction, AsyncJob.Chain parent) {
        boolean again =
            transaction.quiddity() == Quiddity.TRANSACTION_FINALIZER_QUEUEABLE &&
            transaction.jobRun().problem() != null;
        if (again && parent.failures() == FINALIZER_RETRIES) {
            throw new AsyncException("A job that failed can be enqueued again by a finalizer five times in a row.");
        }
        return again ? parent.failures() + 1 : 0;
    }

    // Imitates: a second waiting job with the same signature is refused — Apex Developer Guide, Detecting Duplicate Queueable Jobs [C]
    private static void refuseDuplicate(Transaction transaction, String signature) {
        boolean here = transaction
            .jobs()
            .stream()
            .anyMatch(job -> job.chain() != null && Objects.equals(job.chain().signature(), signature));
        if (signature != null && (here || transaction.org().jobs().hasSignature(signature))) {
            throw new DuplicateMessageException("Attempt to enqueue job with duplicate queueable signature");
        }
    }

    private static void execute(JobRun run, Queueable queueable) {
        ApexId id = run.job().id();
        Transaction ended = run.part(Quiddity.QUEUEABLE, () -> Serialized.copy(queueable).execute(() -> id));
        run.end();
        Finalizer finalizer = ended.finalizer();
        if (finalizer != null) {
            // Imitates: a finalizer runs whatever became of the job, in a transaction of its own — Apex Developer Guide, Transaction Finalizers [C]
            run.part(Quiddity.TRANSACTION_FINALIZER_QUEUEABLE, () ->
                Serialized.copy(finalizer).execute(new QueueableResult(id, ended.id(), Serialized.copy(run.problem())))
            );
        }
    }

    static void attach(Finalizer finalizer) {
        Transaction transaction = Transaction.current();
        if (transaction.quiddity() != Quiddity.QUEUEABLE) {
            throw new AsyncException("System.attachFinalizer(Finalizer) is not allowed in this context");
        }
        if (transaction.finalizer() != null) {
            throw new AsyncException("More than one Finalizer cannot be attached to same Async Apex Job");
        }
        transaction.setFinalizer(finalizer);
    }

    /** The depth that a chain may reach without AsyncOptions is that of a Developer Edition. */
    static int depthLimit(AsyncJob.Chain chain) {
        return limit(Transaction.current(), chain.maximum());
    }

    /** System.abortJob takes the Id of a scheduled class or of a job. */
    static void abort(ApexId id) {
        Org org = Transaction.current().org();
        boolean scheduled = "CronTrigger".equals(org.keyPrefixes().objectOf(id.keyPrefix()));
        if (!JobRecords.abort(Transaction.current().data(), id, scheduled)) {
            throw new AsyncException("Job does not exist or is already aborted.");
        }
    }
}
