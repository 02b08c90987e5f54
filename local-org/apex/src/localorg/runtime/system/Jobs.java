package localorg.runtime.system;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import localorg.linking.ApexType;
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

/** Asynchronous Apex: notes the jobs that a transaction starts; they run when it has ended, in a test at Test.stopTest. */
final class Jobs {
    private static final ThreadLocal<Finalizer> ATTACHED = new ThreadLocal<>();

    private Jobs() {}

    private static ApexId add(Quiddity kind, String className, java.util.function.Consumer<ApexId> work) {
        Transaction transaction = Transaction.current();
        ApexId id = transaction.org().keyPrefixes().next("AsyncApexJob");
        transaction.jobs().add(new AsyncJob(id, kind, className, transaction.user(), () -> work.accept(id)));
        return id;
    }

    static ApexId enqueue(Queueable queueable) {
        Transaction.current().limits().count(Limits.Kind.QUEUEABLE_JOBS, 1);
        return add(Quiddity.QUEUEABLE, Type.nameOf(queueable), id -> {
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

    /** Apex Developer Guide, Transaction Finalizers: it runs whatever became of the job, and the job's exception stays one. */
    private static void finish(ApexId id, Exception problem) {
        Finalizer finalizer = ATTACHED.get();
        ATTACHED.remove();
        if (finalizer != null) {
            finalizer.execute(new FinalizerContext() {
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
            });
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
        return add(Quiddity.SCHEDULED, Type.nameOf(schedulable), id -> schedulable.execute(() -> id));
    }

    static ApexId executeBatch(Batchable batch, int scope) {
        return add(Quiddity.BATCH_APEX, Type.nameOf(batch), id -> runBatch(batch, scope, new BatchableContext(id)));
    }

    private static void runBatch(Batchable batch, int scope, BatchableContext context) {
        List<Object> all = new ArrayList<>(start(batch, context));
        for (int from = 0; from < all.size(); from += scope) {
            List<Object> chunk = all.subList(from, java.lang.Math.min(all.size(), from + scope));
            batch.execute(context, ApexList.of(chunk, ApexType.OBJECT));
        }
        batch.finish(context);
    }

    /** start() answers a QueryLocator or something iterable; each form is a method of its own in byte code. */
    private static List<Object> start(Batchable batch, BatchableContext context) {
        for (Method method : batch.getClass().getMethods()) {
            if (method.getName().equals("start") && method.getParameterCount() == 1) {
                try {
                    Object started = method.invoke(batch, context);
                    return started instanceof QueryLocator locator ? locator.rows().items() : itemsOf((Iterable) started);
                } catch (java.lang.reflect.InvocationTargetException e) {
                    throw Instances.sneaky(e.getCause());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new AsyncException("The batch class has no start method");
    }

    private static List<Object> itemsOf(Iterable source) {
        List<Object> items = new ArrayList<>();
        Iterator iterator = source.iterator();
        while (iterator.hasNext()) {
            items.add(iterator.next());
        }
        return items;
    }

    static void abort(ApexId id) {
        Transaction.current().jobs().removeIf(job -> job.id().equals(id));
    }
}
