package localorg.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import localorg.metadata.AnyCase;
import localorg.metadata.ChildRelationship;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.OrgMetadata;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.ApexDatetime;

/** What a query may not do though all its names exist. */
final class QueryRules {

    static final int MAXIMUM_OFFSET = 2000;
    static final String OFFSET_TOO_LARGE = "Maximum SOQL offset allowed is " + MAXIMUM_OFFSET;

    // Imitates: long and encrypted text in no condition, order or group, multi-select picklists in no order or group — SOQL and SOSL Reference, ORDER BY; Object Reference, field types (likely: the texts) [C]
    private static final Set<String> NOT_FILTERED = Set.of("LongTextArea", "Html", "EncryptedText");
    private static final Set<String> NOT_SORTED = Set.of(
        "LongTextArea",
        "Html",
        "EncryptedText",
        "MultiselectPicklist"
    );

    private static final Map<Class<?>, String> NAMES = Map.of(
        BigDecimal.class,
        "double",
        Boolean.class,
        "boolean",
        ApexDate.class,
        "date",
        ApexDatetime.class,
        "dateTime",
        String.class,
        "string"
    );

    private final OrgMetadata metadata;
    private final List<String> broken = new ArrayList<>();

    private QueryRules(OrgMetadata metadata) {
        this.metadata = metadata;
    }

    /** In the platform's words; empty when the query may run. What does not exist is for others to tell. */
    static List<String> broken(OrgMetadata metadata, Soql query) {
        QueryRules rules = new QueryRules(metadata);
        rules.query(query);
        return rules.broken;
    }

    /** The field that an operand means, or null: for COUNT(), an alias and what does not exist. */
    static FieldDefinition field(OrgMetadata metadata, Soql query, Soql.Operand operand) {
        ObjectDefinition object = metadata.object(query.object());
        List<String> path = QueryAccess.withoutAlias(query, operand.path());
        for (int i = 0; object != null && i < path.size() - 1; i++) {
            FieldDefinition relationship = object.relationship(path.get(i));
            object = relationship == null ? null : metadata.object(relationship.referenceTo());
        }
        return object == null || path.isEmpty() ? null : object.field(path.get(path.size() - 1));
    }

    private void query(Soql query) {
        selection(query);
        Stream.of(query.where(), query.having()).forEach(condition -> condition(query, condition));
        query.groupBy().forEach(operand -> use(query, operand, NOT_SORTED, "grouped"));
        query.orderBy().forEach(order -> use(query, order.operand(), NOT_SORTED, "sorted"));
        if (literal(query.limit()) instanceof BigDecimal limit && limit.signum() < 0) {
            broken.add("unexpected token: '-'");
        }
        if (literal(query.offset()) instanceof BigDecimal offset && offset.intValue() > MAXIMUM_OFFSET) {
            broken.add(OFFSET_TOO_LARGE);
        }
    }

    // Imitates: a field is selected once, and FIELDS(ALL) and FIELDS(CUSTOM) not at all in Apex — SOQL and SOSL Reference, FIELDS() (likely: the texts) [C]
    private void selection(Soql query) {
        Set<String> seen = new TreeSet<>(AnyCase.ORDER);
        for (Soql.Item item : query.select()) {
            if (item instanceof Soql.SubQuery part) {
                ObjectDefinition parent = metadata.object(query.object());
                ChildRelationship children = parent == null ? null : metadata.child(parent, part.query().object());
                if (children != null && children.field() != null) {
                    query(part.query().on(children.object(), query.mode()));
                }
            } else if (item instanceof Soql.AllFields all && !all.group().equals("STANDARD")) {
                broken.add("The SOQL FIELDS function is not supported with an unbounded set of fields in this API");
            } else if (!query.isAggregate()) {
                names(query, item)
                    .filter(name -> !seen.add(name))
                    .forEach(name -> broken.add("duplicate field selected: " + name));
            }
        }
    }

    private Stream<String> names(Soql query, Soql.Item item) {
        if (item instanceof Soql.Column column) {
            return Stream.of(String.join(".", QueryAccess.withoutAlias(query, column.operand().path())));
        }
        ObjectDefinition object = metadata.object(query.object());
        return object == null
            ? Stream.of()
            : object
                  .fields()
                  .stream()
                  .filter(field -> !field.custom())
                  .map(FieldDefinition::name);
    }

    private void condition(Soql query, Soql.Condition condition) {
        if (condition instanceof Soql.And and) {
            and.parts().forEach(part -> condition(query, part));
        } else if (condition instanceof Soql.Or or) {
            or.parts().forEach(part -> condition(query, part));
        } else if (condition instanceof Soql.Not not) {
            condition(query, not.part());
        } else if (condition instanceof Soql.Comparison comparison) {
            use(query, comparison.left(), NOT_FILTERED, "filtered");
            FieldDefinition field =
                comparison.left().function() == null ? field(metadata, query, comparison.left()) : null;
            if (field != null) {
                value(field, comparison.right());
            }
            if (comparison.right() instanceof Soql.QueryValue inner) {
                query(inner.query());
            }
        }
    }

    private void use(Soql query, Soql.Operand operand, Set<String> excluded, String how) {
        FieldDefinition field = field(metadata, query, operand);
        if (field != null && !operand.isAggregate() && excluded.contains(field.type())) {
            broken.add("field '" + field.name() + "' can not be " + how + " in a query call");
        }
    }

    // Imitates: the literal that a field is compared with has its type — SOQL and SOSL Reference, Condition Expressions (likely: the texts) [C]
    private void value(FieldDefinition field, Soql.Value value) {
        if (value instanceof Soql.ListValue list) {
            list.values().forEach(item -> value(field, item));
            return;
        }
        Object literal = literal(value);
        Class<?> wanted = literalOf(field);
        boolean isDay = value instanceof Soql.DateLiteral;
        boolean takesDays = wanted == ApexDate.class || wanted == ApexDatetime.class;
        if (wanted != null && (isDay ? !takesDays : literal != null && !wanted.isInstance(literal))) {
            String type = NAMES.get(wanted) + " and should " + (wanted == String.class ? "" : "not ");
            broken.add(
                "value of filter criterion for field '" +
                    field.name() +
                    "' must be of type " +
                    type +
                    "be enclosed in quotes"
            );
        }
    }

    private static Class<?> literalOf(FieldDefinition field) {
        return switch (field.type()) {
            case "Number", "Currency", "Percent", "Double", "Integer", "Long" -> BigDecimal.class;
            case "Checkbox" -> Boolean.class;
            case "Date" -> ApexDate.class;
            case "DateTime" -> ApexDatetime.class;
            case "Id", "Lookup", "MasterDetail", "MultiselectPicklist" -> String.class;
            default -> field.isText() ? String.class : null;
        };
    }

    private static Object literal(Soql.Value value) {
        return value instanceof Soql.Literal literal ? literal.value() : null;
    }
}
