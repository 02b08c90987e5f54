package localorg.runtime.lang;

/** equals and hashCode as Apex calls them on Object: with boxed results. */
public final class ObjectMethods {

    private ObjectMethods() {}

    public static Boolean equals(Object receiver, Object other) {
        return receiver.equals(other);
    }

    public static Integer hashCode(Object receiver) {
        return receiver.hashCode();
    }
}
