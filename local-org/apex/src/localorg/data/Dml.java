package localorg.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.OrgMetadata;
import localorg.runtime.Limits;
import localorg.runtime.Transaction;
import localorg.runtime.exception.DmlException;
import localorg.runtime.exception.TypeException;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.SObject;

/** Runs DML for a transaction (Apex Developer Guide, DML Statements vs. Database Class Methods). */
public final class Dml {
    /** What became of one record. */
    public record Outcome(ApexId id, boolean created, List<RowError> errors) {
        public boolean success() {
            return errors.isEmpty();
        }
    }

    /** How DML is to be done. */
    public record Options(boolean allOrNone, boolean userMode, String externalIdField) {
        public static final Options STATEMENT = new Options(true, false, null);
    }

    private final Transaction transaction;
    private final OrgMetadata metadata;
    private final Access access;
    private final Options options;

    public Dml(Transaction transaction, Options options) {
        this.transaction = transaction;
        this.metadata = transaction.org().metadata();
        this.access = new Access(metadata, transaction.user());
        this.options = options;
    }

    /** One record's part in an operation: saves it, or answers why it cannot be saved. */
    private interface Step {
        Outcome apply(int row, SObject record, ObjectDefinition object);
    }

    public List<Outcome> insert(List<SObject> records) {
        return run("Insert", records, this::insert);
    }

    public List<Outcome> update(List<SObject> records) {
        return run("Update", records, this::update);
    }

    public List<Outcome> upsert(List<SObject> records) {
        return run("Upsert", records, this::upsert);
    }

    public List<Outcome> delete(List<SObject> records) {
        return run("Delete", records, this::delete);
    }

    /** All or none: an exception and nothing saved. Else each record by itself. */
    private List<Outcome> run(String operation, List<SObject> records, Step step) {
        if (records.isEmpty()) {
            return List.of(); // an empty list costs nothing
        }
        transaction.limits().count(Limits.Kind.DML_STATEMENTS, 1);
        transaction.limits().count(Limits.Kind.DML_ROWS, records.size());
        transaction.markUncommitted();
        transaction.mixedDml().check(records);
        checkDuplicateIds(operation, records);
        DataView before = transaction.data().snapshot();
        List<Outcome> outcomes = new ArrayList<>();
        Map<SObject, ApexId> newIds = new java.util.IdentityHashMap<>();
        for (int row = 0; row < records.size(); row++) {
            SObject record = records.get(row);
            if (record == null) {
                throw new NullPointerException();
            }
            ObjectDefinition object = definition(record);
            Outcome outcome = step.apply(row, record, object);
            outcomes.add(outcome);
            if (outcome.success() && outcome.created) {
                newIds.put(record, outcome.id);
            }
        }
        List<RowError> errors = outcomes.stream().flatMap(outcome -> outcome.errors.stream()).toList();
        if (!errors.isEmpty() && options.allOrNone) {
            transaction.data().replaceBy(before);
            throw new DmlException(operation, errors);
        }
        newIds.forEach((record, id) -> record.values().put("Id", id));
        return outcomes;
    }

    private static void checkDuplicateIds(String operation, List<SObject> records) {
        Set<Object> seen = new LinkedHashSet<>();
        for (SObject record : records) {
            Object id = record == null || operation.equals("Insert") ? null : record.get("Id");
            if (id != null && !seen.add(id)) {
                throw new localorg.runtime.exception.ListException("Duplicate id in list: " + id);
            }
        }
    }

    private ObjectDefinition definition(SObject record) {
        ObjectDefinition object = metadata.object(record.objectName());
        if (object.isCustomMetadata()) {
            throw new TypeException("DML operation INSERT not allowed on " + object.name());
        }
        if (object.isPlatformEvent()) {
            throw new TypeException("DML not allowed on " + object.name() + ": local-org wants EventBus.publish for platform events");
        }
        return object;
    }

    private static Outcome failure(int row, SObject record, String status, String message, String... fields) {
        Object id = record.get("Id");
        return new Outcome((ApexId) id, false, List.of(new RowError(row, id == null ? null : id.toString(), status, message, List.of(fields))));
    }

    private Outcome insert(int row, SObject record, ObjectDefinition object) {
        if (record.get("Id") != null) {
            return failure(row, record, "INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", "Id");
        }
        if (options.userMode && !access.mayCreate(object)) {
            return denied(row, record, object);
        }
        Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (FieldDefinition field : object.fields()) {
            Object value = FieldRules.defaultValue(field);
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        Outcome problem = apply(row, record, object, values);
        if (problem != null) {
            return problem;
        }
        ApexId user = ApexId.of(transaction.user().id());
        ApexDatetime now = new ApexDatetime(transaction.org().now() / 1000 * 1000); // the database keeps seconds
        ApexId id = transaction.org().keyPrefixes().next(object.name());
        values.put("Id", id);
        values.putIfAbsent("OwnerId", user);
        values.put("CreatedById", user);
        values.put("CreatedDate", now);
        values.put("IsDeleted", false);
        if (values.get("Name") == null && object.isCustom()) {
            values.put("Name", id.to15()); // what the platform shows for a record without a name
        }
        touch(values, user, now);
        List<String> missing = FieldRules.missing(object, values);
        if (!missing.isEmpty()) {
            return failure(row, record, "REQUIRED_FIELD_MISSING", "Required fields are missing: " + missing, missing.toArray(String[]::new));
        }
        return store(row, record, object, id, values, true);
    }

    private Outcome update(int row, SObject record, ObjectDefinition object) {
        ApexId id = (ApexId) record.get("Id");
        if (id == null) {
            return failure(row, record, "MISSING_ARGUMENT", "Id not specified in an update call");
        }
        Map<String, Object> stored = transaction.data().row(object.name(), id);
        if (stored == null) {
            return failure(row, record, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        }
        if (options.userMode && !access.mayEdit(object)) {
            return denied(row, record, object);
        }
        if (isSharingEnforced() && !access.mayChange(object, stored.get("OwnerId"))) {
            return failure(row, record, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        }
        Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.putAll(stored);
        Outcome problem = apply(row, record, object, values);
        if (problem != null) {
            return problem;
        }
        touch(values, ApexId.of(transaction.user().id()), new ApexDatetime(transaction.org().now() / 1000 * 1000));
        List<String> missing = FieldRules.missing(object, values);
        if (!missing.isEmpty()) {
            return failure(row, record, "REQUIRED_FIELD_MISSING", "Required fields are missing: " + missing, missing.toArray(String[]::new));
        }
        return store(row, record, object, id, values, false);
    }

    private Outcome upsert(int row, SObject record, ObjectDefinition object) {
        String key = options.externalIdField;
        if (key == null || key.equalsIgnoreCase("Id")) {
            return record.get("Id") == null ? insert(row, record, object) : update(row, record, object);
        }
        Object wanted = record.get(key);
        if (wanted == null) {
            return failure(row, record, "MISSING_ARGUMENT", key + " not specified");
        }
        FieldDefinition field = object.field(key);
        List<Map<String, Object>> found = transaction.data().rows(object.name()).stream()
            .filter(candidate -> FieldRules.isSameKey(field, candidate.get(key), wanted)).toList();
        if (found.size() > 1) {
            return failure(row, record, "DUPLICATE_EXTERNAL_ID", key + ": more than one record found for external id field", key);
        }
        if (found.isEmpty()) {
            return insert(row, record, object);
        }
        record.values().put("Id", found.get(0).get("Id"));
        return update(row, record, object);
    }

    private Outcome delete(int row, SObject record, ObjectDefinition object) {
        ApexId id = (ApexId) record.get("Id");
        Map<String, Object> stored = id == null ? null : transaction.data().row(object.name(), id);
        if (id == null) {
            return failure(row, record, "MISSING_ARGUMENT", "Id not specified in a delete call");
        }
        if (stored == null) {
            return failure(row, record, "ENTITY_IS_DELETED", "entity is deleted");
        }
        if (options.userMode && !access.mayDelete(object)) {
            return denied(row, record, object);
        }
        if (isSharingEnforced() && !access.mayChange(object, stored.get("OwnerId"))) {
            return failure(row, record, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        }
        transaction.data().delete(object.name(), id);
        return new Outcome(id, false, List.of());
    }

    private boolean isSharingEnforced() {
        return options.userMode || Boolean.TRUE.equals(transaction.sharing());
    }

    private Outcome denied(int row, SObject record, ObjectDefinition object) {
        return failure(row, record, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "Access to entity '" + object.name() + "' denied");
    }

    /** Copies the record's fields over the values; answers a failure or null. */
    private Outcome apply(int row, SObject record, ObjectDefinition object, Map<String, Object> values) {
        for (Map.Entry<String, Object> entry : record.values().entrySet()) {
            FieldDefinition field = object.field(entry.getKey());
            if (field == null || field.name().equals("Id") || FieldRules.isReadOnly(field)) {
                continue; // relationships hold records, which are not saved; system fields are the platform's
            }
            if (options.userMode && !access.mayEdit(object, field)) {
                return failure(row, record, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "Access to field '" + field.name() + "' denied", field.name());
            }
            Object value = FieldRules.normalise(field, entry.getValue());
            String problem = FieldRules.check(field, value);
            if (problem != null) {
                String status = problem.contains("too large") && field.isText() ? "STRING_TOO_LONG" : "NUMBER_OUTSIDE_VALID_RANGE";
                return failure(row, record, status, problem, field.name());
            }
            values.put(field.name(), value);
        }
        return null;
    }

    private static void touch(Map<String, Object> values, ApexId user, ApexDatetime now) {
        values.put("LastModifiedById", user);
        values.put("LastModifiedDate", now);
        values.put("SystemModstamp", now);
    }

    private Outcome store(int row, SObject record, ObjectDefinition object, ApexId id, Map<String, Object> values, boolean created) {
        for (FieldDefinition field : object.fields()) {
            ApexId other = field.unique() ? FieldRules.duplicate(transaction.data(), object, field, values, id) : null;
            if (other != null) {
                return failure(row, record, "DUPLICATE_VALUE", "duplicate value found: " + field.name() + " duplicates value on record with id: "
                    + other.to15());
            }
        }
        transaction.data().put(object.name(), id, values);
        return new Outcome(id, created, List.of());
    }

    /** Records by Id, for delete(ids). */
    public static List<SObject> recordsOf(Transaction transaction, List<Object> ids) {
        List<SObject> records = new ArrayList<>();
        for (Object item : ids) {
            ApexId id = (ApexId) item;
            SObject record = SObject.queried(transaction.org().keyPrefixes().objectOf(id.keyPrefix()), Map.of());
            record.values().put("Id", id);
            records.add(record);
        }
        return records;
    }
}
