package localorg.runtime.system;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import localorg.data.JobRecords;
import localorg.runtime.AsyncJob;
import localorg.runtime.Instances;
import localorg.runtime.JobRun;
import localorg.runtime.Transaction;
import localorg.runtime.database.AllowsCallouts;
import localorg.runtime.database.Batchable;
import localorg.runtime.database.BatchableContext;
import localorg.runtime.database.QueryLocator;
import localorg.runtime.database.Stateful;
import localorg.runtime.exception.AsyncException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.Serialized;

/** Batch Apex (Apex Developer Guide, Batch Apex). */
final class BatchJobs {

    static final int USUAL_SCOPE = 200;

    private final JobRun run;
    private final BatchableContext context;
    private Batchable state;

    private BatchJobs(JobRun run, Batchable state) {
        this.run = run;
        this.context = new BatchableContext(run.job().id());
        this.state = state;
    }

    static ApexId execute(Batchable batch, int scope) {
        Transaction transaction = Transaction.current();
        if (transaction.quiddity() == Quiddity.FUTURE) {
            throw new AsyncException(
                "Database.executeBatch cannot be called from a batch start, batch execute, or future method."
            );
        }
        Batchable kept = Serialized.copy(batch);
        ApexId id = JobRecords.enqueued(transaction, "BatchApex", Type.nameOf(batch), null);
        transaction.leave(
            new AsyncJob(
                id,
                Quiddity.BATCH_APEX,
                Type.nameOf(batch),
                transaction.user(),
                transaction.org().now(),
                batch instanceof AllowsCallouts,
                null,
                run -> new BatchJobs(run, kept).run(scope)
            )
        );
        return id;
    }

    // Imitates: start, each chunk and finish are transactions of their own; a failing chunk does not stop the others — Apex Developer Guide, Batch Apex [C]
    private void run(int scope) {
        ApexList[] started = new ApexList[1];
        part(batch -> started[0] = start(batch));
        ApexList all = started[0];
        if (run.problem() != null) {
            run.end();
            return;
        }
        for (int from = 0; from < all.size(); from += scope) {
            refuseSecondChunk(from);
            List<Object> chunk = all.items().subList(from, java.lang.Math.min(all.size(), from + scope));
            part(batch -> batch.execute(context, Serialized.copy(ApexList.of(chunk, all.type().first()))));
        }
        part(batch -> batch.finish(context));
        run.end();
    }

    /** Each part begins with the state in which the batch was started; a stateful one goes on where it was. */
    private void part(Consumer<Batchable> code) {
        run.part(Quiddity.BATCH_APEX, () -> {
            Batchable batch = Serialized.copy(state);
            code.accept(batch);
            state = batch instanceof Stateful ? batch : state;
        });
    }

    // Imitates: a test runs one chunk of a batch — Apex Developer Guide, Testing Batch Apex (likely: the text) [C]
    private void refuseSecondChunk(int from) {
        if (run.isTest() && from > 0) {
            throw new UncatchableException(
                "System.UnexpectedException",
                "No more than one executeBatch can be called from within a test method. Please make sure the iterable " +
                    "returned from your start method matches the batch size, resulting in one executeBatch invocation."
            );
        }
    }

    /** start() answers a QueryLocator or something iterable; each form is a method of its own in byte code. */
    private ApexList start(Batchable batch) {
        for (Method method : batch.getClass().getMethods()) {
            if (method.getName().equals("start") && method.getParameterCount() == 1) {
                try {
                    method.setAccessible(true);
                    Object started = method.invoke(batch, context);
                    return started instanceof QueryLocator locator ? locator.rows() : itemsOf((Iterable) started);
                } catch (InvocationTargetException e) {
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
}
