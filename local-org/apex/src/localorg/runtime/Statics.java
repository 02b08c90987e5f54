package localorg.runtime;

import java.lang.reflect.InvocationTargetException;
import localorg.linking.ProgramClassLoader;

/**
 * The static variables of a transaction. Apex Developer Guide, Static and Instance Methods, Variables, and
 * Initialization Code: they keep their values for the scope of a transaction only, and a class is initialized once, when
 * it is first used.
 */
public final class Statics {

    private final ProgramClassLoader loader;
    private final Object[][] values;

    Statics(ProgramClassLoader loader) {
        this.loader = loader;
        this.values = new Object[loader.initializedClasses()][];
    }

    /** The variables of a class by its number; its first use here initializes it, its parent before it. */
    Object[] of(int number) {
        Object[] known = values[number];
        return known != null ? known : initialize(number);
    }

    private Object[] initialize(int number) {
        ProgramClassLoader.Initializer initializer = loader.initializer(number);
        if (initializer.parent() != null) {
            of(initializer.parent());
        }
        Object[] variables = new Object[initializer.variables()];
        values[number] = variables; // what the code below uses of its own class is not yet there, as in Java
        try {
            initializer.code().invoke(null);
        } catch (InvocationTargetException e) {
            throw Instances.sneaky(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return variables;
    }

    /** An instance was made without its constructor. */
    static void initialize(Class<?> type) {
        if (type.getClassLoader() instanceof ProgramClassLoader loader) {
            Integer number = loader.numberOf(type);
            if (number != null) {
                Transaction.current().statics().of(number);
            }
        }
    }
}
