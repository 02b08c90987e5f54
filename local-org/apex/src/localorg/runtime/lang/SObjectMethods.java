package localorg.runtime.lang;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import localorg.data.RowError;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Conversions;
import localorg.runtime.database.Error;
import localorg.runtime.exception.SObjectException;
import localorg.runtime.schema.SObjectField;
import localorg.runtime.schema.SObjectType;

/** Apex Reference, SObject Class. */
public final class SObjectMethods {

    private static final Set<String> TIMESTAMPS = Set.of(
        "CreatedById",
        "CreatedDate",
        "LastModifiedById",
        "LastModifiedDate"
    );

    private SObjectMethods() {}

    public static void clear(SObject record) {
        record.changeable().clear();
    }

    public static Object clone(SObject record) {
        return clone(record, false, true, false, false);
    }

    public static Object clone(SObject record, Boolean preserveId) {
        return clone(record, preserveId, true, false, false);
    }

    public static Object clone(SObject record, Boolean preserveId, Boolean deep) {
        return clone(record, preserveId, deep, false, false);
    }

    public static Object clone(SObject record, Boolean preserveId, Boolean deep, Boolean preserveTimestamps) {
        return clone(record, preserveId, deep, preserveTimestamps, false);
    }

    public static Object clone(
        SObject record,
        Boolean preserveId,
        Boolean deep,
        Boolean preserveTimestamps,
        Boolean preserveAutonumber
    ) {
        SObject copy = record.copy();
        if (!preserveId) {
            copy.values().remove("Id");
        }
        if (!preserveTimestamps) {
            TIMESTAMPS.forEach(copy.values()::remove);
        }
        if (!preserveAutonumber && copy.definition() != null) {
            copy.definition().numberFormats().keySet().forEach(copy.values()::remove);
        }
        return copy;
    }

    public static Object get(SObject record, String field) {
        checkField(record, field);
        return record.getRegularValue(field);
    }

    public static Object get(SObject record, SObjectField field) {
        return record.getRegularValue(field.name());
    }

    public static Object put(SObject record, String field, Object value) {
        FieldDefinition definition = checkField(record, field);
        if (definition != null && definition.calculated()) {
            throw new SObjectException("Field is not writeable: " + record.objectName() + "." + definition.name());
        }
        Object converted = definition == null ? value : Conversions.toField(definition, value);
        return record.changeable().put(definition == null ? field : definition.name(), converted);
    }

    public static Object put(SObject record, SObjectField field, Object value) {
        return put(record, field.name(), value);
    }

    private static FieldDefinition checkField(SObject record, String field) {
        ObjectDefinition object = record.definition();
        if (object == null || object.name().equals("AggregateResult")) {
            return null; // the columns of an aggregate result are whatever the query said
        }
        if (object.field(field) == null) {
            throw new SObjectException("Invalid field " + field + " for " + object.name());
        }
        return object.field(field);
    }

    public static SObject getSObject(SObject record, String relationship) {
        return (SObject) record.get(parent(record, relationship));
    }

    public static SObject getSObject(SObject record, SObjectField field) {
        return (SObject) record.get(field.definition().relationshipName());
    }

    public static SObject putSObject(SObject record, String relationship, SObject value) {
        return (SObject) record.changeable().put(parent(record, relationship), value);
    }

    public static ApexList getSObjects(SObject record, String relationship) {
        if (record.definition().child(relationship) == null) {
            throw invalidRelationship(record, relationship);
        }
        return (ApexList) record.get(relationship);
    }

    private static String parent(SObject record, String relationship) {
        FieldDefinition field = record.definition().relationship(relationship);
        if (field == null) {
            throw invalidRelationship(record, relationship);
        }
        return field.relationshipName();
    }

    private static SObjectException invalidRelationship(SObject record, String relationship) {
        return new SObjectException("Invalid relationship " + relationship + " for " + record.objectName());
    }

    public static ApexMap getPopulatedFieldsAsMap(SObject record) {
        return ApexMap.ofObjects(new TreeMap<>(record.values()));
    }

    public static Boolean isSet(SObject record, String field) {
        checkField(record, field);
        return record.isSet(field);
    }

    public static Boolean isSet(SObject record, SObjectField field) {
        return isSet(record, field.name());
    }

    public static SObjectType getSObjectType(SObject record) {
        return SObjectType.of(record.objectName());
    }

    public static Boolean isClone(SObject record) {
        return record.isCloned();
    }

    public static void addError(SObject record, String message) {
        addError(record, message, List.of());
    }

    public static void addError(SObject record, String message, Boolean escape) {
        addError(record, message);
    }

    public static void addError(SObject record, Exception problem) {
        addError(record, ExceptionMethods.getMessage(problem));
    }

    public static void addError(SObject record, Exception problem, Boolean escape) {
        addError(record, problem);
    }

    public static void addError(SObject record, SObjectField field, String message) {
        addError(record, field.name(), message);
    }

    public static void addError(SObject record, SObjectField field, String message, Boolean escape) {
        addError(record, field, message);
    }

    /** Also what record.Field.addError(message) becomes, and record.addError(message) with null for the field. */
    public static void addError(SObject record, String field, String message) {
        if (field == null) {
            addError(record, message);
            return;
        }
        FieldDefinition definition = checkField(record, field);
        addError(record, message, List.of(definition == null ? field : definition.name()));
    }

    public static void addError(SObject record, String field, String message, Boolean escape) {
        addError(record, field, message);
    }

    private static void addError(SObject record, String message, List<String> fields) {
        String id = record.get("Id") instanceof ApexId known ? known.toString() : null;
        record.errors().add(new RowError(0, id, "FIELD_CUSTOM_VALIDATION_EXCEPTION", message, fields));
    }

    public static ApexList getErrors(SObject record) {
        return Error.listOf(record.errors());
    }

    public static Boolean hasErrors(SObject record) {
        return !record.errors().isEmpty();
    }

    public static SObject getSObjectsSelectLoop(Object row) {
        return (SObject) row;
    }

    public static String toString(SObject record) {
        return record.toString();
    }

    public static Boolean equals(SObject record, Object other) {
        return record.equals(other);
    }

    public static Integer hashCode(SObject record) {
        return record.hashCode();
    }
}
