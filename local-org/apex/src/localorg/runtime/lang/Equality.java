package localorg.runtime.lang;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * When two values are equal in Apex, and which of them comes first. Apex Developer Guide, Expression Operators, Using
 * Custom Types in Map Keys and Sets, List Sorting.
 */
public final class Equality {

    private Equality() {}

    /** Numbers by value whatever their types; an Id and its text; everything else by equals. */
    public static boolean areEqual(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return decimal(left).compareTo(decimal(right)) == 0;
        }
        if (left instanceof ApexId id && right instanceof String text) {
            return id.equals(ApexId.ofNullable(text));
        }
        if (left instanceof String text && right instanceof ApexId id) {
            return id.equals(ApexId.ofNullable(text));
        }
        return Objects.equals(left, right);
    }

    static BigDecimal decimal(Object number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof Double || number instanceof Float
            ? BigDecimal.valueOf(((Number) number).doubleValue())
            : BigDecimal.valueOf(((Number) number).longValue());
    }

    /**
     * The order of List.sort: null first, then by value; enumerations by their constants' order (Apex Reference,
     * List.sort).
     */
    @SuppressWarnings({ "unchecked", "rawtypes" }) // the element types of an Apex list are known at run time only
    public static int compare(Object left, Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        if (left instanceof localorg.runtime.system.Comparable comparable) {
            return comparable.compareTo(right);
        }
        if (left instanceof Number && right instanceof Number) {
            return decimal(left).compareTo(decimal(right));
        }
        if (left instanceof SObject record && right instanceof SObject other) {
            return RecordOrder.compare(record, other);
        }
        if (left instanceof Comparable comparable) {
            return comparable.compareTo(right);
        }
        throw new localorg.runtime.exception.ListException("One or more of the items in this list is not Comparable.");
    }
}
