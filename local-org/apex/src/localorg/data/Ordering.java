package localorg.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import localorg.metadata.AnyCase;
import localorg.metadata.FieldDefinition;

// Not imitated: the order of the values of standard picklists — local-org does not know them, they sort as text
/** ORDER BY (SOQL and SOSL Reference): nulls come first unless stated. */
final class Ordering {

    private Ordering() {}

    // Imitates: picklists sort, and have their MIN and MAX, in the order of their values in setup — SOQL and SOSL Reference, ORDER BY, Aggregate Functions [C]
    /** The order of a field's values, null not among them; the field may be null, when it is not known. */
    static Comparator<Object> of(FieldDefinition field) {
        if (field == null || !field.type().equals("Picklist") || field.picklistLabels().isEmpty()) {
            return Conditions::orderOf;
        }
        List<String> values = new ArrayList<>(field.picklistLabels().keySet());
        Function<Object, Integer> place = value -> {
            for (int i = 0; i < values.size(); i++) {
                if (AnyCase.ORDER.compare(values.get(i), value.toString()) == 0) {
                    return i;
                }
            }
            return values.size(); // a value that setup does not have
        };
        return Comparator.comparing(place).thenComparing(Conditions::orderOf);
    }

    /** By the values that the reader of an operand finds, in the order that they have. */
    static <T> Comparator<T> by(
        List<Soql.Order> orders,
        Function<Soql.Operand, Function<T, Object>> reader,
        Function<Soql.Operand, Comparator<Object>> comparators
    ) {
        Comparator<T> all = (a, b) -> 0;
        for (Soql.Order order : orders) {
            Function<T, Object> read = reader.apply(order.operand());
            Comparator<Object> values = comparators.apply(order.operand());
            all = all.thenComparing((a, b) -> {
                Object left = read.apply(a);
                Object right = read.apply(b);
                if (left == null || right == null) {
                    int nulls = left == right ? 0 : left == null ? -1 : 1;
                    return order.nullsLast() ? -nulls : nulls;
                }
                return order.descending() ? values.compare(right, left) : values.compare(left, right);
            });
        }
        return all;
    }
}
