package localorg.runtime.lang;

import localorg.runtime.exception.TypeException;

/** Apex Reference, Integer Class. */
public final class IntegerMethods {

    private IntegerMethods() {}

    public static Integer valueOf(String value) {
        if (value == null) {
            throw new NullPointerException();
        }
        try {
            return Integer.valueOf(value.trim());
        } catch (NumberFormatException e) {
            throw new TypeException("Invalid integer: " + value);
        }
    }

    public static Integer valueOf(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof Number number ? Integer.valueOf(number.intValue()) : valueOf(value.toString());
    }

    public static String format(Integer value) {
        return DecimalMethods.format(java.math.BigDecimal.valueOf(value));
    }

    public static String toString(Integer value) {
        return value.toString();
    }

    public static Boolean equals(Integer value, Object other) {
        return Equality.areEqual(value, other);
    }

    public static Integer hashCode(Integer value) {
        return value.hashCode();
    }
}
