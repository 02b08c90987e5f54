package localorg.runtime.lang;

import localorg.runtime.exception.TypeException;

/** Apex Reference, Double Class. */
public final class DoubleMethods {

    private DoubleMethods() {}

    public static Double valueOf(String value) {
        if (value == null) {
            throw new NullPointerException();
        }
        try {
            return Double.valueOf(value.trim());
        } catch (NumberFormatException e) {
            throw new TypeException("Invalid double: " + value);
        }
    }

    public static Double valueOf(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof Number number ? Double.valueOf(number.doubleValue()) : valueOf(value.toString());
    }

    public static Double valueOfNullOk(Integer value) {
        return value == null ? null : Double.valueOf(value);
    }

    public static Double valueOfNullOk(Long value) {
        return value == null ? null : Double.valueOf(value);
    }

    public static String format(Double value) {
        return DecimalMethods.format(java.math.BigDecimal.valueOf(value));
    }

    public static Integer intValue(Double value) {
        return value == null ? null : Integer.valueOf(value.intValue());
    }

    public static Long longValue(Double value) {
        return value == null ? null : Long.valueOf(value.longValue());
    }

    public static Long round(Double value) {
        return Math.round(value);
    }

    public static String toString(Double value) {
        return value.toString();
    }

    public static Boolean equals(Double value, Object other) {
        return Equality.areEqual(value, other);
    }

    public static Integer hashCode(Double value) {
        return value.hashCode();
    }
}
