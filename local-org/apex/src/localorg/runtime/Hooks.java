package localorg.runtime;

import java.util.List;
import java.util.Objects;
import localorg.data.MixedDml;
import localorg.linking.ApexType;
import localorg.linking.ProgramClassLoader;
import localorg.runtime.exception.AssertException;
import localorg.runtime.exception.LimitException;
import localorg.runtime.exception.ListException;
import localorg.runtime.exception.MathException;
import localorg.runtime.exception.TypeException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.ApexException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.ApexSet;
import localorg.runtime.lang.Equality;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.FutureCalls;
import localorg.runtime.system.Type;

/** The calls that the compiler itself puts into the code: coverage, casts, comparisons, sharing, users. */
public final class Hooks {

    private Hooks() {}

    /** Before each statement; a negative line marks the start of a block. Linking adds the file's number. */
    public static void statementExecuted(Integer line, int file) {
        Transaction transaction = Transaction.current();
        transaction.limits().countStatement();
        Coverage coverage = transaction.coverage();
        if (coverage != null) {
            coverage.hit(file, Math.abs(line));
        }
    }

    /** The header of a method or property that was entered. */
    public static void additionalCodeLocationCovered(String type, Integer line, int file) {
        Coverage coverage = Transaction.current().coverage();
        if (coverage != null) {
            coverage.hit(file, Math.abs(line));
        }
    }

    public static void setupTestLimits() {
        // a test's limits are set up by the runner
    }

    public static void ensureTestContext(Boolean isTest) {
        if (Transaction.current().test() == null) {
            throw new TypeException("Test methods can only be called from a test");
        }
    }

    public static void setProfilingInfo(String text, String kind) {
        // the platform's profiler; the cost report counts statements, queries and DML itself
    }

    /**
     * Entering a method of a class: WITH, WITHOUT, INHERITED or nothing stated. Returns what to restore.
     * Apex Developer Guide, Using the with sharing, without sharing, and inherited sharing Keywords.
     */
    public static Boolean pushSystemModeInherit(String sharing) {
        Transaction transaction = Transaction.current();
        Boolean before = transaction.sharing();
        if ("WITH".equals(sharing)) {
            transaction.setSharing(true);
        } else if ("WITHOUT".equals(sharing)) {
            transaction.setSharing(false);
        } else if (before == null) {
            transaction.setSharing(sharing != null && sharing.startsWith("INHERIT"));
        }
        return before;
    }

    public static void popSystemModeInherit(Boolean before) {
        Transaction.current().setSharing(before);
    }

    public static Boolean pushSystemModeInheritGlobalWebservice(String sharing) {
        return pushSystemModeInherit(sharing);
    }

    public static void checkFinal(Object value) {
        // the compiler has checked it already
    }

    public static void validateVariableTypeForSelectLoop(Object value, String type) {
        convert(value, type);
    }

    public static void removeKeepAliveCursor(Object cursor) {
        // query results are in memory: there is no cursor to release
    }

    /** The clone() that every Apex class has is a shallow copy. */
    public static Object clone(Object value) {
        try {
            Object copy = Instances.allocate(value.getClass());
            for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
                for (java.lang.reflect.Field field : type.getDeclaredFields()) {
                    if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        field.set(copy, field.get(value));
                    }
                }
            }
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    // Imitates: failed assertions and exceeded limits cannot be caught — Apex Reference, Assert Class; Execution Governors and Limits [C]
    public static Boolean isCatchableException(Object thrown) {
        boolean apex = thrown instanceof ApexException || thrown instanceof NullPointerException;
        return (
            apex &&
            !(
                thrown instanceof AssertException ||
                thrown instanceof LimitException ||
                thrown instanceof UncatchableException
            )
        );
    }

    /** == on Strings ignores case (Apex Developer Guide, Expression Operators). Zero means equal. */
    public static Integer compareStrings(String a, String b) {
        if (a == null || b == null) {
            return a == null ? (b == null ? 0 : -1) : 1;
        }
        return a.compareToIgnoreCase(b);
    }

    /** == on other types, and enumerations in switch: not zero means equal. */
    public static Integer compareObjects(Object a, Object b) {
        return Equality.areEqual(a, b) ? 1 : 0;
    }

    public static Boolean equals(Object a, Object b) {
        return Equality.areEqual(a, b);
    }

    public static Integer hashCode(Object value) {
        return Objects.hashCode(value);
    }

    /** A cast. It has to check everything: the JVM's own verification is switched off for the emitted code. */
    public static Object convert(Object value, String internalType) {
        if (value == null) {
            return null;
        }
        Class<?> plain = Transaction.current().loader().plainClass(internalType);
        if (plain != null && plain.isInstance(value)) {
            return value;
        }
        ApexType type = ApexType.ofInternalName(internalType);
        if (isInstance(value, type)) {
            return value;
        }
        Object converted = convertImplicitly(value, type);
        if (converted == null) {
            throw new TypeException("Invalid conversion from runtime type " + Type.nameOf(value) + " to " + type);
        }
        return converted;
    }

    /**
     * What a cast from Object may change: numbers to wider numbers, an Id to text and back (Apex Developer Guide, Rules
     * of Conversion).
     */
    private static Object convertImplicitly(Object value, ApexType type) {
        return switch (type.name()) {
            case "java/math/BigDecimal" -> value instanceof Number ? Conversions.toDecimal(value) : null;
            case "java/lang/Double" -> value instanceof Integer || value instanceof Long
                ? Double.valueOf(((Number) value).doubleValue())
                : null;
            case "java/lang/Long" -> value instanceof Integer ? Long.valueOf((Integer) value) : null;
            case "java/lang/String" -> value instanceof ApexId ? value.toString() : null;
            case "com/force/swag/id/ID" -> value instanceof String text && ApexId.isId(text) ? ApexId.of(text) : null;
            default -> null;
        };
    }

    public static Boolean instanceOf(Object value, String internalType) {
        return value != null && isInstance(value, ApexType.ofInternalName(internalType));
    }

    /** value instanceof Id, for a String. */
    public static Boolean stringInstanceOfId(Object value) {
        return value instanceof ApexId || (value instanceof String text && ApexId.isId(text));
    }

    static boolean isInstance(Object value, ApexType type) {
        if (type.isObject()) {
            return true;
        }
        if (type.isSObject()) {
            return (
                value instanceof SObject record &&
                (type.objectName().equals("SObject") || type.objectName().equals(record.objectName()))
            );
        }
        if (type.isList()) {
            return value instanceof ApexList list && accepts(type.first(), list.type().first());
        }
        if (type.isSet()) {
            return value instanceof ApexSet set && accepts(type.first(), set.type().first());
        }
        if (type.isMap()) {
            return (
                value instanceof ApexMap map &&
                accepts(type.first(), map.type().first()) &&
                accepts(type.second(), map.type().second())
            );
        }
        ProgramClassLoader loader = Transaction.current().loader();
        Class<?> javaClass = loader.javaClass(type);
        return javaClass != null && javaClass.isInstance(value);
    }

    /** Whether a collection with elements of one type may pass as a collection of another. */
    private static boolean accepts(ApexType wanted, ApexType actual) {
        if (wanted.isObject() || wanted.equals(actual)) {
            return true;
        }
        if (wanted.isSObject() && actual.isSObject()) {
            return wanted.objectName().equals("SObject") || actual.objectName().equals("SObject");
        }
        Class<?> wantedClass = Transaction.current().loader().javaClass(wanted);
        Class<?> actualClass = Transaction.current().loader().javaClass(actual);
        return (
            wanted.arguments().isEmpty() &&
            wantedClass != null &&
            actualClass != null &&
            wantedClass.isAssignableFrom(actualClass)
        );
    }

    public static Type getTypeToken(String internalType) {
        return new Type(ApexType.ofInternalName(internalType));
    }

    public static void throwNPE() {
        throw new NullPointerException();
    }

    public static void throwListIndexNull() {
        throw new ListException("List index is null");
    }

    public static void throwDivideByZeroException() {
        throw new MathException("Divide by 0");
    }

    public static void throwCauseAlreadySet() {
        throw new TypeException("Cause already set");
    }

    public static void throwAsyncException(String message) {
        throw new localorg.runtime.exception.AsyncException(message);
    }

    /** System.runAs(user): returns what to restore. */
    public static Object runAsUserSetup(SObject user) {
        Transaction transaction = Transaction.current();
        RunAs before = new RunAs(transaction.user(), transaction.mixedDml());
        transaction.setUser(transaction.data().user(user));
        transaction.setMixedDml(new MixedDml());
        return before;
    }

    /** What System.runAs puts aside. */
    private record RunAs(OrgUser user, MixedDml mixedDml) {}

    public static void runAsUserCleanup(Object before) {
        Transaction.current().setUser(((RunAs) before).user);
        Transaction.current().setMixedDml(((RunAs) before).mixedDml);
    }

    /** Label.Name */
    public static String getExternalLabel(String namespace, String name) {
        return Transaction.current().org().metadata().label(name);
    }

    /** A call of a @future method: it runs later, with the arguments of now. */
    public static void scheduleFuture(
        String className,
        String method,
        String javaName,
        Integer delay,
        ApexList arguments,
        ApexList types
    ) {
        FutureCalls.schedule(
            className,
            method,
            List.copyOf(arguments.items().stream().map(java.util.Optional::ofNullable).toList())
        );
    }

    public static String toStringInternal(Object value) {
        return localorg.runtime.lang.Text.of(value);
    }
}
