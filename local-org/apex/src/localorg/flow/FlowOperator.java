package localorg.flow;

import localorg.runtime.lang.Equality;

/** Comparisons of filters and conditions (Metadata API: FlowComparisonOperator, FlowRecordFilterOperator). */
enum FlowOperator {
    EqualTo,
    NotEqualTo,
    GreaterThan,
    GreaterThanOrEqualTo,
    LessThan,
    LessThanOrEqualTo,
    IsNull,
    IsChanged;

    boolean test(Object left, Object right) {
        return switch (this) {
            case EqualTo -> areEqual(left, right);
            case NotEqualTo -> !areEqual(left, right);
            case IsNull -> (left == null) == Boolean.TRUE.equals(right);
            case IsChanged -> throw new IllegalStateException("Who asks knows the value before");
            default -> left != null && right != null && inOrder(Equality.compare(left, right));
        };
    }

    private boolean inOrder(int order) {
        return switch (this) {
            case GreaterThan -> order > 0;
            case GreaterThanOrEqualTo -> order >= 0;
            case LessThan -> order < 0;
            default -> order <= 0;
        };
    }

    /** Whether the case of letters counts depends on the place and is not documented for all, so it must not matter. */
    private static boolean areEqual(Object left, Object right) {
        if (left instanceof String a && right instanceof String b && !a.equals(b) && a.equalsIgnoreCase(b)) {
            throw new UnsupportedOperationException("local-org does not know whether a flow tells " + a + " from " + b);
        }
        return Equality.areEqual(left, right);
    }
}
