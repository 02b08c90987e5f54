package localorg.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import localorg.metadata.ChildRelationship;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.OrgMetadata;
import localorg.runtime.exception.UncatchableException;

/**
 * Checks the names in a query against the org's objects: SELECT, WHERE, GROUP BY, HAVING, ORDER BY, relationships,
 * semi-joins.
 */
public final class SoqlChecker {

    private static final String NOT_IMITATED = "local-org does not imitate ";

    private final OrgMetadata metadata;

    public SoqlChecker(OrgMetadata metadata) {
        this.metadata = metadata;
    }

    /** What is wrong with the query, in the platform's words; empty when nothing is. */
    public List<String> check(String text) {
        List<String> errors = new ArrayList<>();
        try {
            Soql query = SoqlParser.parse(text);
            check(query, errors);
            errors.addAll(QueryRules.broken(metadata, query));
            NotImitated.in(query).forEach(what -> errors.add(NOT_IMITATED + what));
        } catch (SoqlParser.SyntaxException | UncatchableException e) {
            errors.add(e.getMessage());
        }
        return errors;
    }

    private void check(Soql query, List<String> errors) {
        ObjectDefinition object = metadata.object(query.object());
        if (object == null) {
            errors.add("sObject type '" + query.object() + "' is not supported.");
            return;
        }
        List<String> aliases = new ArrayList<>();
        for (Soql.Item item : query.select()) {
            if (item instanceof Soql.Column column) {
                checkOperand(query, object, column.operand(), errors);
                if (column.alias() != null) {
                    aliases.add(column.alias());
                }
            } else if (item instanceof Soql.SubQuery part) {
                checkChildren(object, part.query(), errors);
            }
        }
        query.groupBy().forEach(operand -> checkOperand(query, object, operand, errors));
        query
            .orderBy()
            .stream()
            .map(Soql.Order::operand)
            .filter(operand -> !aliases.contains(operand.text()))
            .forEach(operand -> checkOperand(query, object, operand, errors));
        Stream.of(query.where(), query.having()).forEach(condition -> checkCondition(query, object, condition, errors));
    }

    private void checkChildren(ObjectDefinition parent, Soql query, List<String> errors) {
        ChildRelationship relationship = metadata.child(parent, query.object());
        if (relationship == null) {
            errors.add("Didn't understand relationship '" + query.object() + "' in FROM part of query call.");
        } else if (relationship.field() == null) {
            errors.add(NOT_IMITATED + "the child relationship " + query.object() + " of " + parent.name());
        } else {
            check(query.on(relationship.object(), query.mode()), errors);
        }
    }

    private void checkCondition(Soql query, ObjectDefinition object, Soql.Condition condition, List<String> errors) {
        if (condition instanceof Soql.And and) {
            and.parts().forEach(part -> checkCondition(query, object, part, errors));
        } else if (condition instanceof Soql.Or or) {
            or.parts().forEach(part -> checkCondition(query, object, part, errors));
        } else if (condition instanceof Soql.Not not) {
            checkCondition(query, object, not.part(), errors);
        } else if (condition instanceof Soql.Comparison comparison) {
            checkOperand(query, object, comparison.left(), errors);
            if (comparison.right() instanceof Soql.QueryValue inner) {
                check(inner.query(), errors);
            }
        }
    }

    private void checkOperand(Soql query, ObjectDefinition object, Soql.Operand operand, List<String> errors) {
        List<String> path = operand.path();
        if (path.size() > 1 && path.get(0).equalsIgnoreCase(query.alias() == null ? query.object() : query.alias())) {
            path = path.subList(1, path.size());
        }
        ObjectDefinition current = object;
        for (int i = 0; i < path.size() - 1; i++) {
            FieldDefinition relationship = current.relationship(path.get(i));
            if (relationship == null) {
                errors.add("Didn't understand relationship '" + path.get(i) + "' in field path.");
                return;
            }
            current = metadata.object(relationship.referenceTo());
            if (current == null) {
                return; // an object of the platform that the engine knows nothing about
            }
        }
        String field = path.isEmpty() ? null : path.get(path.size() - 1);
        if (field != null && current.field(field) == null) {
            errors.add("No such column '" + field + "' on entity '" + current.name() + "'.");
        } else if (field != null && current.field(field).calculated()) {
            errors.add(NOT_IMITATED + NotImitated.calculated(current, current.field(field)));
        }
    }
}
