package localorg.runtime.lang;

import localorg.runtime.exception.TypeException;

/** Apex Reference, Long Class. */
public final class LongMethods {

    private LongMethods() {}

    public static Long valueOf(String value) {
        if (value == null) {
            throw new NullPointerException();
        }
        try {
            return Long.valueOf(value.trim());
        } catch (NumberFormatException e) {
            throw new TypeException("Invalid long: " + value);
        }
    }

    public static Long valueOfNullOk(Integer value) {
        return value == null ? null : Long.valueOf(value);
    }

    public static String format(Long value) {
        return DecimalMethods.format(java.math.BigDecimal.valueOf(value));
    }

    public static Integer intValue(Long value) {
        return value == null ? null : Integer.valueOf(value.intValue());
    }

    public static String toString(Long value) {
        return value.toString();
    }

    public static Boolean equals(Long value, Object other) {
        return Equality.areEqual(value, other);
    }

    public static Integer hashCode(Long value) {
        return value.hashCode();
    }
}
