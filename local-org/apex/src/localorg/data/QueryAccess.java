package localorg.data;

import java.util.List;
import java.util.Map;
import localorg.metadata.ChildRelationship;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.OrgMetadata;
import localorg.runtime.Transaction;
import localorg.runtime.exception.QueryException;
import localorg.runtime.exception.UncatchableException;

/** Whether a query may name what it names, for the transaction's user. */
final class QueryAccess {

    private static final String CUSTOM_FIELD_HINT =
        ". If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.";
    private static final String CUSTOM_OBJECT_HINT =
        " is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the " +
        "entity name. Please reference your WSDL or the describe call for the appropriate names.";

    private static final String CUSTOM_RELATIONSHIP_HINT =
        "' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the " +
        "'__r' after the custom relationship name. Please reference your WSDL or the describe call for the " +
        "appropriate names.";

    private final OrgMetadata metadata;
    private final Access access;
    private final Map<String, String> switches;
    private final boolean userMode;

    QueryAccess(Transaction transaction, boolean userMode) {
        this.metadata = transaction.org().metadata();
        this.access = new Access(metadata, transaction.user());
        this.switches = transaction.org().switches();
        this.userMode = userMode;
    }

    boolean isUserMode(Soql query) {
        return query.mode() == Soql.Mode.USER_MODE || (userMode && query.mode() == Soql.Mode.UNSTATED);
    }

    ObjectDefinition definition(Soql query) {
        ObjectDefinition object = metadata.object(query.object());
        if (object == null || (isUserMode(query) && !access.mayRead(object))) {
            String text = "sObject type '" + query.object() + "'" + CUSTOM_OBJECT_HINT;
            throw QueryException.noAccess(query.object(), query.object(), text);
        }
        return object;
    }

    /** The child relationship that a sub-query names. */
    ChildRelationship child(ObjectDefinition parent, String name) {
        ChildRelationship relationship = metadata.child(parent, name);
        if (relationship == null) {
            throw new QueryException("Didn't understand relationship '" + name + CUSTOM_RELATIONSHIP_HINT);
        }
        if (relationship.field() == null) {
            throw UncatchableException.notImitated("the child relationship " + name + " of " + parent.name());
        }
        return relationship;
    }

    /** Checks the fields on a path of relationships. */
    void check(Soql query, ObjectDefinition start, List<String> path) {
        ObjectDefinition object = start;
        for (int i = 0; i < path.size() - 1; i++) {
            FieldDefinition relationship = object.relationship(path.get(i));
            if (relationship == null) {
                throw new QueryException("Didn't understand relationship '" + path.get(i) + "' in field path.");
            }
            check(query, object, relationship);
            object = metadata.object(relationship.referenceTo());
        }
        String name = path.get(path.size() - 1);
        FieldDefinition field = object.field(name);
        if (field == null) {
            throw new QueryException(noSuchColumn(name, object));
        }
        check(query, object, field);
        if (field.calculated()) {
            throw UncatchableException.notImitated(NotImitated.calculated(object, field));
        }
    }

    private static String noSuchColumn(String field, ObjectDefinition object) {
        return "No such column '" + field + "' on entity '" + object.name() + "'" + CUSTOM_FIELD_HINT;
    }

    // Imitates: a user-mode query that names an inaccessible field or object fails — Apex Developer Guide, user mode; texts [L]
    private void check(Soql query, ObjectDefinition object, FieldDefinition field) {
        if (query.mode() == Soql.Mode.SECURITY_ENFORCED && !access.mayRead(object, field)) {
            throw new QueryException("Insufficient permissions: secure query included inaccessible field");
        }
        if (isUserMode(query) && !access.mayRead(object, field)) {
            throw QueryException.noAccess(object.name(), field.name(), noSuchColumn(field.name(), object));
        }
    }

    void check(Soql query, ObjectDefinition object, Soql.Condition condition) {
        if (condition instanceof Soql.And and) {
            and.parts().forEach(part -> check(query, object, part));
        } else if (condition instanceof Soql.Or or) {
            or.parts().forEach(part -> check(query, object, part));
        } else if (condition instanceof Soql.Not not) {
            check(query, object, not.part());
        } else if (condition instanceof Soql.Comparison comparison) {
            check(query, object, comparison.left());
        }
    }

    void check(Soql query, ObjectDefinition object, Soql.Operand operand) {
        if (!operand.path().isEmpty()) {
            check(query, object, withoutAlias(query, operand.path()));
        }
    }

    static List<String> withoutAlias(Soql query, List<String> path) {
        String prefix = query.alias() == null ? query.object() : query.alias();
        return path.size() > 1 && path.get(0).equalsIgnoreCase(prefix) ? path.subList(1, path.size()) : path;
    }

    /** Sharing: whether the user sees a row. */
    boolean sees(ObjectDefinition object, Map<String, Object> row) {
        return access.sees(object, row.get("OwnerId"));
    }

    // Imitates: a system-mode query on AuthProvider or NamedCredential by an ordinary user — unknown [U12]
    boolean hidesSetup(Soql query, ObjectDefinition object) {
        if (!access.isSetupObject(object)) {
            return false;
        }
        String answer = switches.getOrDefault("U12", "a");
        if (answer.equals("c")) {
            throw new QueryException("sObject type '" + query.object() + "' is not supported.");
        }
        return !answer.equals("a") || isUserMode(query);
    }
}
