package localorg.data;

import java.util.List;

/** A parsed SOQL query (SOQL and SOSL Reference: SELECT syntax). */
public record Soql(
    List<Item> select,
    String object,
    String alias,
    Condition where,
    Mode mode,
    List<Operand> groupBy,
    Condition having,
    List<Order> orderBy,
    Value limit,
    Value offset,
    boolean locks,
    boolean allRows
) {
    /** WITH USER_MODE, WITH SYSTEM_MODE, WITH SECURITY_ENFORCED, or none of them. */
    public enum Mode {
        UNSTATED,
        USER_MODE,
        SYSTEM_MODE,
        SECURITY_ENFORCED
    }

    /** What a SELECT list holds. */
    public sealed interface Item permits Column, SubQuery, AllFields {}

    /** A field or function, with the alias that an aggregate result uses. */
    public record Column(Operand operand, String alias) implements Item {}

    /** A query on a child relationship. */
    public record SubQuery(Soql query) implements Item {}

    /** FIELDS(ALL), FIELDS(STANDARD), FIELDS(CUSTOM). */
    public record AllFields(String group) implements Item {}

    /**
     * A path of relationship names ending in a field. function is null, or COUNT, MAX, toLabel …; COUNT() has an empty
     * path.
     */
    public record Operand(String function, List<String> path) {
        public Operand {
            path = path.stream().map(String::intern).toList(); // as the names of rows are
        }

        public String text() {
            String joined = String.join(".", path);
            return function == null ? joined : function + "(" + joined + ")";
        }

        public boolean isAggregate() {
            return (
                function != null &&
                switch (function.toUpperCase(java.util.Locale.ROOT)) {
                    case "COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX" -> true;
                    default -> false;
                }
            );
        }
    }

    /** A WHERE or HAVING condition. */
    public sealed interface Condition permits And, Or, Not, Comparison {}

    public record And(List<Condition> parts) implements Condition {}

    public record Or(List<Condition> parts) implements Condition {}

    public record Not(Condition part) implements Condition {}

    /** operator is one of = != < <= > >= LIKE IN NOT IN INCLUDES EXCLUDES. */
    public record Comparison(Operand left, String operator, Value right) implements Condition {}

    /** The right side of a comparison, or a limit. */
    public sealed interface Value permits Literal, DateLiteral, Bind, ListValue, QueryValue {}

    /** A String, Boolean, BigDecimal, ApexDate, ApexDatetime or null. */
    public record Literal(Object value) implements Value {}

    /** TODAY, LAST_N_DAYS:3 … number is 0 where the literal takes none. */
    public record DateLiteral(String name, int number) implements Value {}

    public record Bind(String name) implements Value {}

    public record ListValue(List<Value> values) implements Value {}

    /** A semi-join: IN (SELECT …). */
    public record QueryValue(Soql query) implements Value {}

    public record Order(Operand operand, boolean descending, boolean nullsLast) {}

    /** A sub-query, which names a relationship, as a query on the children's object. */
    Soql on(String children, Mode parentMode) {
        String prefix = alias == null ? object : alias;
        return new Soql(
            select,
            children,
            prefix,
            where,
            parentMode,
            groupBy,
            having,
            orderBy,
            limit,
            offset,
            locks,
            allRows
        );
    }

    /** Whether the query answers AggregateResult rows. */
    public boolean isAggregate() {
        return (
            !groupBy.isEmpty() ||
            select.stream().anyMatch(item -> item instanceof Column column && column.operand.isAggregate())
        );
    }
}
