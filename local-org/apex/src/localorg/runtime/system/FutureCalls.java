package localorg.runtime.system;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import localorg.data.JobRecords;
import localorg.linking.ClassDescription;
import localorg.runtime.Instances;
import localorg.runtime.Limits;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexId;

/** Calls of @future methods, kept until the transaction has ended. */
public final class FutureCalls {

    private FutureCalls() {}

    public static void schedule(String className, String method, List<Optional<Object>> arguments) {
        Transaction transaction = Transaction.current();
        if (transaction.limits().isAsynchronous()) {
            throw new localorg.runtime.exception.AsyncException(
                "Future method cannot be called from a future or batch method: " + className + "." + method
            );
        }
        transaction.limits().count(Limits.Kind.FUTURE_CALLS, 1);
        Object[] values = arguments
            .stream()
            .map(argument -> argument.orElse(null))
            .toArray();
        ApexId id = transaction.org().keyPrefixes().next("AsyncApexJob");
        JobRecords.enqueued(transaction, id, "Future");
        Jobs.add(id, Quiddity.FUTURE, className, job -> call(className, method, values));
    }

    private static void call(String className, String name, Object[] arguments) {
        Transaction transaction = Transaction.current();
        ClassDescription description = transaction.program().find(className.replace('/', '.'));
        try {
            Class<?> type = transaction.loader().loadClass(description.name());
            for (Method method : type.getDeclaredMethods()) {
                boolean sameName = method.getName().equals(name) || name.startsWith(method.getName() + "_");
                if (sameName && method.getParameterCount() == arguments.length) {
                    method.setAccessible(true);
                    method.invoke(null, arguments);
                    return;
                }
            }
            throw new IllegalStateException("No future method " + className + "." + name);
        } catch (InvocationTargetException e) {
            throw Instances.sneaky(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
