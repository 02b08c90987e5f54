package localorg.runtime.system;

import localorg.runtime.Transaction;
import localorg.runtime.exception.AssertException;
import localorg.runtime.lang.Equality;
import localorg.runtime.lang.Text;

/** Apex Reference, Assert Class. */
public class Assert {

    static AssertException failure(String detail, String message) {
        String text = "Assertion Failed" + (message == null ? "" : ": " + message);
        return new AssertException(detail == null ? text : text + ": " + detail);
    }

    private static String text(Object value) {
        return value == null ? "null" : Text.of(value);
    }

    public static void areEqual(Object expected, Object actual) {
        areEqual(expected, actual, null);
    }

    public static void areEqual(Object expected, Object actual, String message) {
        if (!Equality.areEqual(expected, actual)) {
            throw failure("Expected: " + text(expected) + ", Actual: " + text(actual), message);
        }
    }

    public static void areNotEqual(Object notExpected, Object actual) {
        areNotEqual(notExpected, actual, null);
    }

    public static void areNotEqual(Object notExpected, Object actual, String message) {
        if (Equality.areEqual(notExpected, actual)) {
            throw failure("Same value: " + text(actual), message);
        }
    }

    public static void isTrue(Boolean condition) {
        isTrue(condition, null);
    }

    public static void isTrue(Boolean condition, String message) {
        if (!Boolean.TRUE.equals(condition)) {
            throw failure("Expected: true, Actual: " + condition, message);
        }
    }

    public static void isFalse(Boolean condition) {
        isFalse(condition, null);
    }

    public static void isFalse(Boolean condition, String message) {
        if (!Boolean.FALSE.equals(condition)) {
            throw failure("Expected: false, Actual: " + condition, message);
        }
    }

    public static void isNull(Object value) {
        isNull(value, null);
    }

    public static void isNull(Object value, String message) {
        if (value != null) {
            throw failure("Expected: null, Actual: " + text(value), message);
        }
    }

    public static void isNotNull(Object value) {
        isNotNull(value, null);
    }

    public static void isNotNull(Object value, String message) {
        if (value == null) {
            throw failure("Expected: not null, Actual: null", message);
        }
    }

    public static void isInstanceOfType(Object instance, Type expected) {
        isInstanceOfType(instance, expected, null);
    }

    public static void isInstanceOfType(Object instance, Type expected, String message) {
        if (!isInstance(instance, expected)) {
            throw failure(
                "Expected type: " + expected + ", Actual: " + (instance == null ? "null" : Type.nameOf(instance)),
                message
            );
        }
    }

    public static void isNotInstanceOfType(Object instance, Type notExpected) {
        isNotInstanceOfType(instance, notExpected, null);
    }

    public static void isNotInstanceOfType(Object instance, Type notExpected, String message) {
        if (isInstance(instance, notExpected)) {
            throw failure("Instance of type: " + notExpected, message);
        }
    }

    private static boolean isInstance(Object instance, Type type) {
        return (
            instance != null &&
            Transaction.current().loader().javaClass(type.apexType()) != null &&
            type.javaClass().isInstance(instance)
        );
    }

    public static void fail() {
        fail(null);
    }

    public static void fail(String message) {
        throw failure(null, message);
    }
}
