package localorg.runtime;

import java.util.List;
import java.util.Objects;
import localorg.data.MixedDml;
import localorg.linking.ApexType;
import localorg.runtime.exception.AssertException;
import localorg.runtime.exception.LimitException;
import localorg.runtime.exception.ListException;
import localorg.runtime.exception.MathException;
import localorg.runtime.exception.TypeException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.ApexException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.Equality;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.FutureCalls;
import localorg.runtime.system.Type;

/** The calls that the compiler itself puts into the code: coverage, casts, comparisons, sharing, users. */
public final class Hooks {

    private Hooks() {}

    /** Before each statement; a negative line marks the start of a block. Linking adds the file's number. */
    public static void statementExecuted(int line, int file) {
        Transaction transaction = Transaction.current();
        transaction.limits().countStatement();
        Coverage coverage = transaction.coverage();
        if (coverage != null) {
            coverage.hit(file, Math.abs(line));
        }
    }

    /** The header of a method or property that was entered. */
    public static void additionalCodeLocationCovered(String type, int line, int file) {
        Coverage coverage = Transaction.current().coverage();
        if (coverage != null) {
            coverage.hit(file, Math.abs(line));
        }
    }

    /** A static method or a constructor of the class with that number is entered. */
    public static void initialize(int number) {
        Transaction.current().statics().of(number);
    }

    /** The static variables of the class with that number. */
    public static Object[] staticVariables(int number) {
        return Transaction.current().statics().of(number);
    }

    /** The platform calls this method from outside; tests report what such calls use. */
    public static void enterEntryPoint(String name) {
        Transaction transaction = Transaction.current();
        if (transaction.test() != null) {
            transaction.test().costs().enter(name, transaction.limits());
        }
    }

    public static void leaveEntryPoint() {
        Transaction transaction = Transaction.current();
        if (transaction.test() != null) {
            transaction.test().costs().leave(transaction.limits());
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

    /** (Type) value. */
    public static Object convert(Object value, String internalType) {
        return Casts.convert(value, internalType);
    }

    public static Boolean instanceOf(Object value, String internalType) {
        return value != null && Casts.isInstance(value, ApexType.ofInternalName(internalType));
    }

    /** value instanceof Id, for a String. */
    public static Boolean stringInstanceOfId(Object value) {
        return value instanceof ApexId || (value instanceof String text && ApexId.isId(text));
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

    // Imitates: runAs changes the user, needs no stored one, and lets setup objects and others be saved in one test — Apex Developer Guide, Using the runAs Method [C]
    // Imitates: each runAs counts as a DML statement — Apex Developer Guide, Using the runAs Method [C]
    /** System.runAs(user): returns what to restore. */
    public static Object runAsUserSetup(SObject user) {
        Transaction transaction = Transaction.current();
        transaction.limits().count(Limits.Kind.DML_STATEMENTS, 1);
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
        return Transaction.current().org().metadata().labels().text(name);
    }

    /** Label.get(namespace, name) */
    public static String getTranslatedLabelDefaultLanguage(String namespace, String name) {
        String label = getExternalLabel(namespace, name);
        if (label == null) {
            throw new UncatchableException("System.UnexpectedException", "There is no custom label " + name);
        }
        return label;
    }

    /** Label.get(namespace, name, language) */
    // Imitates: a label in a language that has no translation is that of the org — Apex Reference, Label Class [C]
    public static String getTranslatedLabel(String namespace, String name, String language) {
        String own = getTranslatedLabelDefaultLanguage(namespace, name);
        String translated = Transaction.current().org().metadata().labels().text(name, language);
        return translated == null ? own : translated;
    }

    /** Label.translationExists(namespace, name, language) */
    public static Boolean translationExists(String namespace, String name, String language) {
        return Transaction.current().org().metadata().labels().text(name, language) != null;
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
