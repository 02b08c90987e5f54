package localorg.remote;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import localorg.runtime.Transaction;

/** Runs Apex in a transaction and tells what it threw. */
final class ApexCall {

    /** The part that may throw what Apex throws. */
    interface Body {
        Object run() throws ReflectiveOperationException, RemoteError;
    }

    private ApexCall() {}

    static Object run(Transaction transaction, Body body) throws RemoteError {
        Object[] result = new Object[1];
        RemoteError[] problem = new RemoteError[1];
        transaction.run(() -> {
            try {
                result[0] = body.run();
            } catch (RemoteError e) {
                problem[0] = e;
            } catch (InvocationTargetException e) {
                problem[0] = Failures.of(e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            } catch (RuntimeException | StackOverflowError e) {
                problem[0] = Failures.of(e);
            }
        });
        if (problem[0] != null) {
            throw problem[0];
        }
        return result[0];
    }

    static Method method(Class<?> type, String name, int parameters) throws NoSuchMethodException {
        for (Class<?> current = type; current != null; current = current.getSuperclass()) {
            for (Method method : current.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == parameters) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        throw new NoSuchMethodException(type.getName() + "." + name);
    }
}
