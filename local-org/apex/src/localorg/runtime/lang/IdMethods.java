package localorg.runtime.lang;

import localorg.runtime.Transaction;
import localorg.runtime.exception.StringException;
import localorg.runtime.schema.SObjectType;

/** Apex Reference, Id Class. */
public final class IdMethods {

    private IdMethods() {}

    public static ApexId valueOf(String text) {
        if (text == null) {
            throw new NullPointerException();
        }
        return ApexId.of(text);
    }

    /** With restoreCasing, an 18 character Id whose case was lost is restored from its suffix. */
    public static ApexId valueOf(String text, Boolean restoreCasing) {
        if (!Boolean.TRUE.equals(restoreCasing) || text.length() != 18) {
            return valueOf(text);
        }
        StringBuilder restored = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            int bits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".indexOf(Character.toUpperCase(text.charAt(15 + i / 5)));
            char c = text.charAt(i);
            restored.append(((bits >> (i % 5)) & 1) == 1 ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return ApexId.of(restored.toString());
    }

    /** The assignment of a String to an Id. */
    public static ApexId valueOfNullOk(String text) {
        return text == null ? null : ApexId.of(text);
    }

    public static ApexId valueOfNullOk(Object value) {
        if (value == null || value instanceof ApexId) {
            return (ApexId) value;
        }
        return valueOfNullOk(value.toString());
    }

    public static String to15(ApexId id) {
        return id.to15();
    }

    public static Object getSobjectType(ApexId id) {
        String object = Transaction.current().org().keyPrefixes().objectOf(id.keyPrefix());
        if (object == null) {
            throw new StringException("Cannot locate Apex Type for ID: " + id);
        }
        return SObjectType.of(object);
    }

    public static Integer compareTo(ApexId id, ApexId other, Boolean ignored) {
        return id.compareTo(other);
    }

    public static String toString(ApexId id) {
        return id.toString();
    }

    public static Boolean equals(ApexId id, Object other) {
        return Equality.areEqual(id, other);
    }

    public static Integer hashCode(ApexId id) {
        return id.hashCode();
    }
}
