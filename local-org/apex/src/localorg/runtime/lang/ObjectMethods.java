package localorg.runtime.lang;

/**
 * equals and hashCode as Apex calls them on Object: with boxed results. Apex Developer Guide, Using Custom Types in
 * Map Keys and Sets (equals, hashCode).
 */
public final class ObjectMethods {

    private ObjectMethods() {}

    public static Boolean equals(Object receiver, Object other) {
        return receiver.equals(other);
    }

    public static Integer hashCode(Object receiver) {
        return receiver.hashCode();
    }
}
