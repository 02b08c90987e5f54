package localorg.runtime;

import java.lang.reflect.Field;

/** Reads and writes the fields of Apex instances, whatever their visibility. */
public final class InstanceFields {

    private InstanceFields() {}

    public static Object read(Object instance, String name) {
        try {
            return find(instance.getClass(), name).get(instance);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void write(Object instance, String name, Object value) {
        try {
            find(instance.getClass(), name).set(instance, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field find(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> current = type; current != null; current = current.getSuperclass()) {
            try {
                Field field = current.getDeclaredField(name);
                field.setAccessible(true);
                return field;
            } catch (NoSuchFieldException e) {
                continue; // the parent may have it
            }
        }
        throw new NoSuchFieldException(type.getName() + "." + name);
    }
}
