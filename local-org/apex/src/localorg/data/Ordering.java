package localorg.data;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** ORDER BY (SOQL and SOSL Reference): nulls come first unless stated. */
final class Ordering {

    private Ordering() {}

    /** By the values that the reader of an operand finds. */
    static <T> Comparator<T> by(List<Soql.Order> orders, Function<Soql.Operand, Function<T, Object>> reader) {
        Comparator<T> all = (a, b) -> 0;
        for (Soql.Order order : orders) {
            Function<T, Object> read = reader.apply(order.operand());
            all = all.thenComparing((a, b) -> {
                Object left = read.apply(a);
                Object right = read.apply(b);
                if (left == null || right == null) {
                    int nulls = left == right ? 0 : left == null ? -1 : 1;
                    return order.nullsLast() ? -nulls : nulls;
                }
                return order.descending() ? Conditions.orderOf(right, left) : Conditions.orderOf(left, right);
            });
        }
        return all;
    }
}
