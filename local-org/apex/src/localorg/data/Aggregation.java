package localorg.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import localorg.metadata.AnyCaseMap;
import localorg.runtime.Conversions;
import localorg.runtime.lang.DecimalMethods;
import localorg.runtime.lang.SObject;

/** GROUP BY and aggregate functions (SOQL and SOSL Reference, Aggregate Functions). */
final class Aggregation {

    private final Soql query;
    private final BiFunction<Soql.Operand, Map<String, Object>, Object> read;
    private final Function<Soql.Operand, Comparator<Object>> comparators;

    Aggregation(
        Soql query,
        BiFunction<Soql.Operand, Map<String, Object>, Object> read,
        Function<Soql.Operand, Comparator<Object>> comparators
    ) {
        this.query = query;
        this.read = read;
        this.comparators = comparators;
    }

    /** Whether COUNT is the only function that is selected. */
    boolean onlyCounts() {
        return query
            .select()
            .stream()
            .map(item -> ((Soql.Column) item).operand())
            .allMatch(operand -> !operand.isAggregate() || operand.function().equalsIgnoreCase("COUNT"));
    }

    /** What ORDER BY means, which may name the alias of a column. */
    Soql.Operand aliased(Soql.Operand operand) {
        return query
            .select()
            .stream()
            .map(Soql.Column.class::cast)
            .filter(column -> operand.text().equalsIgnoreCase(column.alias()))
            .map(Soql.Column::operand)
            .findFirst()
            .orElse(operand);
    }

    /** The rows that share their GROUP BY values. */
    final class Group {

        private final List<Map<String, Object>> rows = new ArrayList<>();

        Object value(Soql.Operand operand) {
            Soql.Operand meant = aliased(operand);
            if (!meant.isAggregate()) {
                return rows.isEmpty() ? null : read.apply(meant, rows.get(0));
            }
            List<Object> values = meant.path().isEmpty()
                ? List.copyOf(rows)
                : rows
                      .stream()
                      .map(row -> read.apply(meant, row))
                      .filter(Objects::nonNull)
                      .toList();
            return calculate(meant.function().toUpperCase(Locale.ROOT), values, comparators.apply(meant));
        }

        /** Columns by alias; aggregates and functions without one are expr0, expr1 … */
        SObject record() {
            Map<String, Object> values = new AnyCaseMap<>();
            int unnamed = 0;
            for (Soql.Item item : query.select()) {
                Soql.Column column = (Soql.Column) item;
                List<String> path = column.operand().path();
                String name =
                    column.alias() != null
                        ? column.alias()
                        : column.operand().function() != null
                          ? "expr" + unnamed++
                          : path.get(path.size() - 1);
                values.put(name, value(column.operand()));
            }
            return SObject.queried("AggregateResult", values);
        }
    }

    // Imitates: what is selected beside aggregates must be grouped — SOQL and SOSL Reference, GROUP BY; text [L]
    boolean isGrouped(Soql.Operand operand) {
        return query
            .groupBy()
            .stream()
            .anyMatch(group -> group.text().equalsIgnoreCase(operand.text()));
    }

    Collection<Group> groups(List<Map<String, Object>> rows) {
        Map<List<Object>, Group> groups = new LinkedHashMap<>();
        if (query.groupBy().isEmpty()) {
            groups.put(List.of(), new Group()); // one group even without rows
        }
        for (Map<String, Object> row : rows) {
            List<Object> key = new ArrayList<>();
            query.groupBy().forEach(operand -> key.add(read.apply(operand, row)));
            groups.computeIfAbsent(key, k -> new Group()).rows.add(row);
        }
        return groups.values();
    }

    private static Object calculate(String function, List<Object> values, Comparator<Object> order) {
        return switch (function) {
            case "COUNT" -> values.size();
            case "COUNT_DISTINCT" -> new LinkedHashSet<>(values).size();
            case "SUM" -> values.isEmpty() ? null : sum(values);
            case "AVG" -> values.isEmpty()
                ? null
                : DecimalMethods.divide(sum(values), BigDecimal.valueOf(values.size()));
            case "MIN" -> values.stream().min(order).orElse(null);
            default -> values.stream().max(order).orElse(null);
        };
    }

    private static BigDecimal sum(List<Object> values) {
        return values.stream().map(Conversions::toDecimal).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
