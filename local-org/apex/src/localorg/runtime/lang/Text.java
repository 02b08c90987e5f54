package localorg.runtime.lang;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.StringJoiner;
import localorg.linking.ClassDescription;
import localorg.runtime.Transaction;

/** The text of values: what String.valueOf, string concatenation and toString show. */
public final class Text {
    private Text() {}

    /** String.valueOf(Object): null stays null. */
    public static String of(Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof BigDecimal decimal) {
            return DecimalMethods.toString(decimal);
        }
        if (value instanceof ApexDate date) {
            return date + " 00:00:00"; // a Date as an Object shows a time as well; String.valueOf(Date) does not
        }
        if (value instanceof NullPointerException exception) {
            return ExceptionMethods.toString(exception);
        }
        return value.toString();
    }

    /** The text of an element inside a collection or object. */
    static String element(Object value) {
        return value == null ? "null" : of(value);
    }

    /** An instance of an Apex class: Outer.Inner:[field=value, field=value]. */
    static String ofInstance(Object instance) {
        ClassDescription description = Transaction.current().program().description(instance.getClass().getName());
        if (description == null) {
            return instance.getClass().getSimpleName();
        }
        StringJoiner members = new StringJoiner(", ", description.apexName() + ":[", "]");
        for (ClassDescription.Member member : description.members().values()) {
            if (!member.isStatic()) {
                Object value = Fields.read(instance, member.name());
                members.add(member.name() + "=" + (value == instance ? "(this)" : element(value)));
            }
        }
        return members.toString();
    }

    /** Reads and writes the fields of Apex instances, whatever their visibility. */
    public static final class Fields {
        private Fields() {}

        public static Object read(Object instance, String name) {
            try {
                return find(instance.getClass(), name).get(instance);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        public static void write(Object instance, String name, Object value) {
            try {
                find(instance.getClass(), name).set(instance, value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Field find(Class<?> type, String name) throws NoSuchFieldException {
            for (Class<?> current = type; current != null; current = current.getSuperclass()) {
                try {
                    Field field = current.getDeclaredField(name);
                    field.setAccessible(true);
                    return field;
                } catch (NoSuchFieldException e) {
                    continue; // the parent may have it
                }
            }
            throw new NoSuchFieldException(type.getName() + "." + name);
        }
    }
}
