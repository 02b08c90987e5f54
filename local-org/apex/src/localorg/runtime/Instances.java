package localorg.runtime;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import sun.reflect.ReflectionFactory;

/** Creates instances of Apex classes. */
public final class Instances {

    /** Kept, since Java defines a class for each of them. */
    private static final ClassValue<Constructor<?>> ALLOCATORS = new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
            try {
                return ReflectionFactory.getReflectionFactory().newConstructorForSerialization(
                    type,
                    Object.class.getDeclaredConstructor()
                );
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    private Instances() {}

    /** Without running a constructor. */
    public static Object allocate(Class<?> type) throws ReflectiveOperationException {
        Statics.initialize(type);
        return ALLOCATORS.get(type).newInstance();
    }

    /** With the constructor that takes nothing, public or not. */
    public static Object create(Class<?> type) throws NoSuchMethodException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw sneaky(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws what Apex threw, unwrapped. */
    public static RuntimeException sneaky(Throwable thrown) {
        if (thrown instanceof RuntimeException exception) {
            return exception;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(thrown);
    }
}
