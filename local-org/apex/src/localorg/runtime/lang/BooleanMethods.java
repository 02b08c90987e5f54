package localorg.runtime.lang;

/** Apex Reference, Boolean Class. */
public final class BooleanMethods {

    private BooleanMethods() {}

    /** Boolean.valueOf(String): true only for the word true in any case; for a history value the value itself. */
    public static Boolean valueOf(Object value) {
        if (value == null) {
            throw new NullPointerException();
        }
        return Boolean.valueOf(value.toString());
    }

    public static String toString(Boolean value) {
        return value.toString();
    }

    public static Boolean equals(Boolean value, Object other) {
        return value.equals(other);
    }

    public static Integer hashCode(Boolean value) {
        return value.hashCode();
    }
}
