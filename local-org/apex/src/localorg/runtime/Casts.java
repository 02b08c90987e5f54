package localorg.runtime;

import localorg.linking.ApexType;
import localorg.linking.ProgramClassLoader;
import localorg.runtime.exception.TypeException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.ApexSet;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.Type;

/** Casts and instanceof (Apex Developer Guide, Rules of Conversion). */
final class Casts {

    private Casts() {}

    /** A cast. It has to check everything: the JVM's own verification is switched off for the emitted code. */
    static Object convert(Object value, String internalType) {
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
}
