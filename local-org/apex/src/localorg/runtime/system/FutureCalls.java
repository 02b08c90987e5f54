package localorg.runtime.system;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import localorg.data.JobRecords;
import localorg.linking.ClassDescription;
import localorg.runtime.AsyncJob;
import localorg.runtime.Instances;
import localorg.runtime.Limits;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexId;

/** Calls of @future methods, kept until the transaction has ended. Apex Developer Guide, Future Methods. */
public final class FutureCalls {

    private FutureCalls() {}

    public static void schedule(String className, String method, List<Optional<Object>> arguments) {
        Transaction transaction = Transaction.current();
        if (transaction.quiddity() == Quiddity.FUTURE || transaction.quiddity() == Quiddity.BATCH_APEX) {
            throw new localorg.runtime.exception.AsyncException(
                "Future method cannot be called from a future or batch method: " + className + "." + method
            );
        }
        transaction.limits().count(Limits.Kind.FUTURE_CALLS, 1);
        Object[] values = arguments
            .stream()
            .map(argument -> argument.orElse(null))
            .toArray();
        ClassDescription description = transaction.program().find(className.replace('/', '.'));
        boolean callouts = description
            .operations()
            .stream()
            .anyMatch(operation -> operation.name().equals(method) && operation.modifiers().has("future@callout"));
        ApexId id = JobRecords.enqueued(transaction, "Future", description.apexName(), null);
        transaction.leave(
            new AsyncJob(
                id,
                Quiddity.FUTURE,
                description.apexName(),
                transaction.user(),
                transaction.org().now(),
                callouts,
                null,
                run -> {
                    run.part(Quiddity.FUTURE, () -> call(description, method, values));
                    run.end();
                }
            )
        );
    }

    private static void call(ClassDescription description, String name, Object[] arguments) {
        try {
            Class<?> type = Transaction.current().loader().loadClass(description.name());
            for (Method method : type.getDeclaredMethods()) {
                boolean sameName = method.getName().equals(name) || name.startsWith(method.getName() + "_");
                if (sameName && method.getParameterCount() == arguments.length) {
                    method.setAccessible(true);
                    method.invoke(null, arguments);
                    return;
                }
            }
            throw new IllegalStateException("No future method " + description.apexName() + "." + name);
        } catch (InvocationTargetException e) {
            throw Instances.sneaky(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
