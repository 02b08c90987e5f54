package localorg.runtime.lang;

import java.math.BigDecimal;
import java.util.StringJoiner;
import localorg.linking.ClassDescription;
import localorg.runtime.InstanceFields;
import localorg.runtime.Transaction;

/**
 * The text of values: what String.valueOf, string concatenation and toString show. Apex Reference, String Class:
 * valueOf [L].
 */
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
                Object value = InstanceFields.read(instance, member.name());
                members.add(member.name() + "=" + (value == instance ? "(this)" : element(value)));
            }
        }
        return members.toString();
    }
}
