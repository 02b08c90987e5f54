package localorg.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import localorg.metadata.AnyCaseMap;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.SObject;

/** Saves single records, or says why they cannot be saved. */
final class RecordSaver {

    private final Transaction transaction;
    private final Access access;
    private final Dml.Options options;
    private final References references;
    private final RecordDeleter deleter;

    RecordSaver(Transaction transaction, Dml.Options options) {
        this.transaction = transaction;
        this.access = new Access(transaction.org().metadata(), transaction.user());
        this.options = options;
        this.references = new References(transaction);
        this.deleter = new RecordDeleter(transaction);
    }

    static Dml.Outcome failure(int row, SObject record, String status, String message, String... fields) {
        Object id = record.get("Id");
        return new Dml.Outcome(
            (ApexId) id,
            false,
            List.of(new RowError(row, id == null ? null : id.toString(), status, message, List.of(fields)))
        );
    }

    /** given is the record as Apex has it, record what the before triggers made of it. */
    Dml.Outcome insert(int row, SObject given, SObject record, ObjectDefinition object) {
        if (record.get("Id") != null) {
            return failure(row, record, "INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", "Id");
        }
        if (options.userMode() && !access.mayCreate(object)) {
            return denied(row, record, object);
        }
        Map<String, Object> values = new AnyCaseMap<>();
        Dml.Outcome problem = apply(row, given, record, object, values);
        if (problem != null) {
            return problem;
        }
        FieldRules.addDefaults(object, values);
        ApexId user = ApexId.of(transaction.user().id());
        ApexDatetime now = new ApexDatetime((transaction.org().now() / 1000) * 1000); // the database keeps seconds
        ApexId id = transaction.org().keyPrefixes().next(object.name());
        values.put("Id", id);
        values.putIfAbsent("OwnerId", user);
        values.put("CreatedById", user);
        values.put("CreatedDate", now);
        values.put("IsDeleted", false);
        object
            .numberFormats()
            .forEach((field, format) ->
                values.put(field, transaction.org().data().autoNumbers().next(object.name(), field, format))
            );
        if (values.get("Name") == null && object.isCustom()) {
            values.put("Name", id.to15()); // what the platform shows for a record without a name
        }
        nameOfPerson(object, values);
        touch(values, user, now);
        return store(row, record, object, id, values, true);
    }

    Dml.Outcome update(int row, SObject given, SObject record, ObjectDefinition object) {
        ApexId id = (ApexId) record.get("Id");
        if (id == null) {
            return failure(row, record, "MISSING_ARGUMENT", "Id not specified in an update call");
        }
        if (transaction.data().isDeleted(object.name(), id)) {
            return failure(row, record, "ENTITY_IS_DELETED", "entity is deleted");
        }
        Map<String, Object> stored = transaction.data().row(object.name(), id);
        if (stored == null) {
            return transaction.data().isInRecycleBin(object.name(), id)
                ? failure(row, record, "ENTITY_IS_DELETED", "entity is deleted")
                : failure(row, record, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        }
        if (options.userMode() && !access.mayEdit(object)) {
            return denied(row, record, object);
        }
        if (isSharingEnforced() && !access.mayChange(object, stored.get("OwnerId"))) {
            return failure(row, record, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        }
        Map<String, Object> values = new AnyCaseMap<>(stored);
        Dml.Outcome problem = apply(row, given, record, object, values);
        if (problem != null) {
            return problem;
        }
        nameOfPerson(object, values);
        touch(values, ApexId.of(transaction.user().id()), new ApexDatetime((transaction.org().now() / 1000) * 1000));
        return store(row, record, object, id, values, false);
    }

    /** What tells the record of an upsert from others in the list; null when its Id does. */
    Object key(SObject record) {
        String name = options.externalIdField();
        Object value = name == null || name.equalsIgnoreCase("Id") ? null : record.get(name);
        boolean anyCase = value instanceof String && !record.definition().field(name).caseSensitive();
        return anyCase ? value.toString().strip().toLowerCase(Locale.ROOT) : value;
    }

    Dml.Outcome repeated(int row, SObject record) {
        String key = options.externalIdField();
        return failure(row, record, "DUPLICATE_VALUE", "Duplicate external id specified: " + record.get(key), key);
    }

    /** Finds the record that an upsert means and gives it its Id; answers a failure or null. */
    Dml.Outcome resolve(int row, SObject record, ObjectDefinition object) {
        String key = options.externalIdField();
        if (key == null || key.equalsIgnoreCase("Id")) {
            return null;
        }
        Object wanted = record.get(key);
        if (wanted == null) {
            return failure(row, record, "MISSING_ARGUMENT", key + " not specified");
        }
        FieldDefinition field = object.field(key);
        List<Map<String, Object>> found = references.withKey(object, field, wanted);
        if (found.size() > 1) {
            return failure(
                row,
                record,
                "DUPLICATE_EXTERNAL_ID",
                key + ": more than one record found for external id field",
                key
            );
        }
        if (found.size() == 1) {
            record.values().put("Id", found.get(0).get("Id"));
        }
        return null;
    }

    Dml.Outcome delete(int row, SObject record, ObjectDefinition object) {
        ApexId id = (ApexId) record.get("Id");
        Map<String, Object> stored = id == null ? null : transaction.data().row(object.name(), id);
        if (id == null) {
            return failure(row, record, "MISSING_ARGUMENT", "Id not specified in a delete call");
        }
        if (stored == null) {
            return failure(row, record, "ENTITY_IS_DELETED", "entity is deleted");
        }
        if (options.userMode() && !access.mayDelete(object)) {
            return denied(row, record, object);
        }
        if (isSharingEnforced() && !access.mayChange(object, stored.get("OwnerId"))) {
            return failure(row, record, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        }
        String obstacle = deleter.obstacle(object, id);
        if (obstacle != null) {
            return failure(row, record, "DELETE_FAILED", obstacle);
        }
        deleter.delete(object, id);
        return new Dml.Outcome(id, false, List.of());
    }

    Dml.Outcome undelete(int row, SObject record, ObjectDefinition object) {
        ApexId id = (ApexId) record.get("Id");
        if (id == null || !deleter.mayComeBack(object, id)) {
            return failure(row, record, "UNDELETE_FAILED", "Entity is not in the recycle bin");
        }
        if (options.userMode() && !access.mayDelete(object)) {
            return denied(row, record, object);
        }
        deleter.undelete(object, id);
        return new Dml.Outcome(id, false, List.of());
    }

    private boolean isSharingEnforced() {
        return options.userMode() || Boolean.TRUE.equals(transaction.sharing());
    }

    private Dml.Outcome denied(int row, SObject record, ObjectDefinition object) {
        return failure(
            row,
            record,
            "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
            "Access to entity '" + object.name() + "' denied"
        );
    }

    private boolean isDenied(ObjectDefinition object, FieldDefinition field) {
        return options.userMode() && !access.mayEdit(object, field);
    }

    private static Dml.Outcome denied(int row, SObject record, FieldDefinition field) {
        String text = "Access to field '" + field.name() + "' denied";
        return failure(row, record, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", text, field.name());
    }

    /** Copies the record's fields over the values; answers a failure or null. */
    private Dml.Outcome apply(
        int row,
        SObject given,
        SObject record,
        ObjectDefinition object,
        Map<String, Object> values
    ) {
        for (Map.Entry<String, Object> entry : record.values().entrySet()) {
            FieldDefinition field = object.field(entry.getKey());
            if (field == null || field.name().equals("Id") || object.isReadOnly(field)) {
                continue; // relationships have their turn below; system fields are the platform's
            }
            if (given.values().containsKey(field.name()) && isDenied(object, field)) {
                return denied(row, record, field);
            }
            Object value = FieldRules.normalise(field, entry.getValue());
            FieldRules.Refusal refusal = FieldRules.refusal(field, value);
            if (refusal == null && field.isReference()) {
                refusal = references.refusal(field, values.get(field.name()), value, values.containsKey("Id"));
            }
            if (refusal != null) {
                return failure(row, record, refusal.status(), refusal.message(), field.name());
            }
            values.put(field.name(), value);
        }
        for (Map.Entry<FieldDefinition, SObject> entry : references.related(given, object).entrySet()) {
            FieldDefinition field = entry.getKey();
            if (isDenied(object, field)) {
                return denied(row, record, field);
            }
            FieldRules.Refusal refusal = references.relate(field, entry.getValue(), values);
            if (refusal != null) {
                return failure(row, record, refusal.status(), refusal.message());
            }
        }
        return null;
    }

    /** Object Reference, User and Contact: the name of a person is put together from two fields. */
    private static void nameOfPerson(ObjectDefinition object, Map<String, Object> values) {
        Object lastName = values.get("LastName");
        if (!object.isCustom() && lastName != null) {
            Object firstName = values.get("FirstName");
            values.put("Name", firstName == null ? lastName : firstName + " " + lastName);
        }
    }

    private static void touch(Map<String, Object> values, ApexId user, ApexDatetime now) {
        values.put("LastModifiedById", user);
        values.put("LastModifiedDate", now);
        values.put("SystemModstamp", now);
    }

    private Dml.Outcome store(
        int row,
        SObject record,
        ObjectDefinition object,
        ApexId id,
        Map<String, Object> values,
        boolean created
    ) {
        List<String> missing = FieldRules.missing(object, values);
        if (!missing.isEmpty()) {
            return failure(
                row,
                record,
                "REQUIRED_FIELD_MISSING",
                "Required fields are missing: " + missing,
                missing.toArray(String[]::new)
            );
        }
        for (FieldDefinition field : object.fields()) {
            ApexId other = field.unique() ? transaction.data().index().duplicate(object, field, values, id) : null;
            if (other != null) {
                return failure(
                    row,
                    record,
                    "DUPLICATE_VALUE",
                    "duplicate value found: " + field.name() + " duplicates value on record with id: " + other.to15()
                );
            }
        }
        transaction.data().put(object.name(), id, values);
        return new Dml.Outcome(id, created, List.of());
    }
}
