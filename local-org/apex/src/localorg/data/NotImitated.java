package localorg.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;

/** What a query asks for that local-org does not imitate. */
public final class NotImitated {

    private final List<String> found = new ArrayList<>();

    private NotImitated() {}

    /** By name; empty when the query can be run. */
    static List<String> in(Soql query) {
        NotImitated search = new NotImitated();
        search.query(query);
        return search.found;
    }

    // Imitates: formulas and roll-ups are not calculated: a query that names one fails, and so does reading one of a record that is stored or in a trigger — no source [L]
    public static String calculated(ObjectDefinition object, FieldDefinition field) {
        return "formula and roll-up summary fields: " + object.name() + "." + field.name();
    }

    private void query(Soql query) {
        for (Soql.Item item : query.select()) {
            if (item instanceof Soql.Column column) {
                if (column.operand().function() != null && !query.isAggregate()) {
                    found.add("a function of a row among what is selected: " + column.operand().text());
                } else {
                    operand(column.operand());
                }
            } else if (item instanceof Soql.SubQuery part) {
                query(part.query());
                if (part.query().isAggregate()) {
                    found.add("groups in a sub-query");
                }
            }
        }
        query.groupBy().forEach(this::operand);
        query.orderBy().stream().map(Soql.Order::operand).forEach(this::operand);
        Stream.of(query.where(), query.having()).forEach(this::condition);
    }

    private void condition(Soql.Condition condition) {
        if (condition instanceof Soql.And and) {
            and.parts().forEach(this::condition);
        } else if (condition instanceof Soql.Or or) {
            or.parts().forEach(this::condition);
        } else if (condition instanceof Soql.Not not) {
            condition(not.part());
        } else if (condition instanceof Soql.Comparison comparison) {
            operand(comparison.left());
            if (comparison.right() instanceof Soql.QueryValue inner) {
                query(inner.query());
            } else if (comparison.right() instanceof Soql.DateLiteral literal && !DateLiterals.knows(literal.name())) {
                found.add("the date literal " + literal.name());
            }
        }
    }

    private void operand(Soql.Operand operand) {
        String function = operand.function();
        if (function != null && !operand.isAggregate() && !DateFunctions.knows(function)) {
            found.add("the SOQL function " + function);
        }
    }
}
