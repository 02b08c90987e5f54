package localorg.runtime.system;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import localorg.data.JobRecords;
import localorg.runtime.AsyncJob;
import localorg.runtime.Instances;
import localorg.runtime.Limits;
import localorg.runtime.Transaction;
import localorg.runtime.database.Batchable;
import localorg.runtime.database.BatchableContext;
import localorg.runtime.database.QueryLocator;
import localorg.runtime.exception.AsyncException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;

/**
 * Asynchronous Apex: notes the jobs that a transaction starts; they run when it has ended, in a test at Test.stopTest.
 */
final class Jobs {

    private static final ThreadLocal<Finalizer> ATTACHED = new ThreadLocal<>();

    private Jobs() {}

    private static ApexId add(Quiddity kind, String jobType, String className, Consumer<ApexId> work) {
        ApexId id = Transaction.current().org().keyPrefixes().next("AsyncApexJob");
        JobRecords.enqueued(Transaction.current(), id, jobType);
        add(id, kind, className, work);
        return id;
    }

    static void add(ApexId id, Quiddity kind, String className, Consumer<ApexId> work) {
        Transaction.current()
            .jobs()
            .add(
                new AsyncJob(id, kind, className, Transaction.current().user(), () -> {
                    boolean failed = true;
                    try {
                        work.accept(id);
                        failed = false;
                    } finally {
                        JobRecords.ended(Transaction.current(), id, failed);
                    }
                })
            );
    }

    static ApexId enqueue(Queueable queueable) {
        Transaction.current().limits().count(Limits.Kind.QUEUEABLE_JOBS, 1);
        return add(Quiddity.QUEUEABLE, "Queueable", Type.nameOf(queueable), id -> {
            ATTACHED.remove();
            Exception problem = null;
            try {
                queueable.execute(() -> id);
            } catch (RuntimeException e) {
                problem = e;
            }
            finish(id, problem);
        });
    }

    /**
     * Apex Developer Guide, Transaction Finalizers: it runs whatever became of the job, and the job's exception stays
     * one.
     */
    private static void finish(ApexId id, Exception problem) {
        Finalizer finalizer = ATTACHED.get();
        ATTACHED.remove();
        if (finalizer != null) {
            finalizer.execute(
                new FinalizerContext() {
                    @Override
                    public ApexId getAsyncApexJobId() {
                        return id;
                    }

                    @Override
                    public String getRequestId() {
                        return Transaction.current().id();
                    }

                    @Override
                    public ParentJobResult getResult() {
                        return problem == null ? ParentJobResult.SUCCESS : ParentJobResult.UNHANDLED_EXCEPTION;
                    }

                    @Override
                    public Exception getException() {
                        return problem;
                    }
                }
            );
        }
        if (problem != null) {
            throw Instances.sneaky(problem);
        }
    }

    static void attach(Finalizer finalizer) {
        if (Transaction.current().quiddity() != Quiddity.QUEUEABLE) {
            throw new AsyncException("System.attachFinalizer(Finalizer) is not allowed in this context");
        }
        ATTACHED.set(finalizer);
    }

    static ApexId schedule(String name, String cron, Schedulable schedulable) {
        if (cron == null || cron.trim().split("\\s+").length < 6) {
            throw new localorg.runtime.exception.StringException("Invalid cron expression: " + cron);
        }
        ApexId id = Transaction.current().org().keyPrefixes().next("CronTrigger");
        JobRecords.scheduled(Transaction.current(), id, cron);
        add(id, Quiddity.SCHEDULED, Type.nameOf(schedulable), job -> schedulable.execute(() -> job));
        return id;
    }

    static ApexId executeBatch(Batchable batch, int scope) {
        return add(Quiddity.BATCH_APEX, "BatchApex", Type.nameOf(batch), id ->
            runBatch(batch, scope, new BatchableContext(id))
        );
    }

    private static void runBatch(Batchable batch, int scope, BatchableContext context) {
        ApexList all = start(batch, context);
        for (int from = 0; from < all.size(); from += scope) {
            List<Object> chunk = all.items().subList(from, java.lang.Math.min(all.size(), from + scope));
            batch.execute(context, ApexList.of(chunk, all.type().first()));
        }
        batch.finish(context);
    }

    /** start() answers a QueryLocator or something iterable; each form is a method of its own in byte code. */
    private static ApexList start(Batchable batch, BatchableContext context) {
        for (Method method : batch.getClass().getMethods()) {
            if (method.getName().equals("start") && method.getParameterCount() == 1) {
                try {
                    method.setAccessible(true);
                    Object started = method.invoke(batch, context);
                    return started instanceof QueryLocator locator ? locator.rows() : itemsOf((Iterable) started);
                } catch (java.lang.reflect.InvocationTargetException e) {
                    throw Instances.sneaky(e.getCause());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new AsyncException("The batch class has no start method");
    }

    private static ApexList itemsOf(Iterable source) {
        if (source instanceof ApexList list) {
            return list;
        }
        List<Object> items = new ArrayList<>();
        Iterator iterator = source.iterator();
        while (iterator.hasNext()) {
            items.add(iterator.next());
        }
        return ApexList.of(items);
    }

    static void abort(ApexId id) {
        Transaction.current()
            .jobs()
            .removeIf(job -> job.id().equals(id));
        JobRecords.aborted(Transaction.current(), id);
    }
}
