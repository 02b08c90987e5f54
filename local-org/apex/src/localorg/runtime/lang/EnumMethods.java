package localorg.runtime.lang;

import java.lang.reflect.Field;
import java.util.Arrays;
import localorg.runtime.exception.NoSuchElementException;

/** Methods of enumerations, of the platform's and of the project's own (Apex Reference, Enum Methods). */
public final class EnumMethods {

    private EnumMethods() {}

    public static String name(Enum<?> constant) {
        return constant.name();
    }

    public static Integer ordinal(Enum<?> constant) {
        return constant.ordinal();
    }

    public static String toString(Enum<?> constant) {
        return constant.name();
    }

    public static Boolean equals(Enum<?> constant, Object other) {
        return constant.equals(other);
    }

    public static Integer hashCode(Enum<?> constant) {
        return constant.name().hashCode();
    }

    /** values() of a platform enumeration. */
    public static ApexList values(Class<?> type) {
        return ApexList.of(Arrays.asList(type.getEnumConstants()));
    }

    /** valueOf of a platform enumeration. */
    public static Enum<?> valueOf(String name, Class<?> type) {
        return valueOf(type, name);
    }

    /** valueOf of any enumeration; names in any case. */
    public static Enum<?> valueOf(Class<?> type, String name) {
        if (name == null) {
            throw new NullPointerException();
        }
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == type && field.getName().equalsIgnoreCase(name)) {
                try {
                    field.setAccessible(true);
                    return (Enum<?>) field.get(null);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new NoSuchElementException("No enum constant " + type.getName().replace('$', '.') + "." + name);
    }
}
