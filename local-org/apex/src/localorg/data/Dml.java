package localorg.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Checkpoint;
import localorg.runtime.Limits;
import localorg.runtime.Transaction;
import localorg.runtime.exception.DmlException;
import localorg.runtime.exception.ListException;
import localorg.runtime.exception.TypeException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.SObject;

/**
 * Runs DML for a transaction (Apex Developer Guide, DML Statements vs. Database Class Methods; Triggers and Order of
 * Execution).
 */
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

    /** What is done to a record: an upsert is an insert of some and an update of others. */
    enum Operation {
        INSERT,
        UPDATE,
        DELETE,
        UNDELETE
    }

    private final Transaction transaction;
    private final Options options;
    private final RecordSaver saver;

    public Dml(Transaction transaction, Options options) {
        this.transaction = transaction;
        this.options = options;
        this.saver = new RecordSaver(transaction, options);
    }

    public List<Outcome> insert(List<SObject> records) {
        return run("Insert", records);
    }

    public List<Outcome> update(List<SObject> records) {
        return run("Update", records);
    }

    public List<Outcome> upsert(List<SObject> records) {
        return run("Upsert", records);
    }

    public List<Outcome> delete(List<SObject> records) {
        return run("Delete", records);
    }

    public List<Outcome> undelete(List<SObject> records) {
        return run("Undelete", records);
    }

    /** All or none: an exception and nothing saved. Else each record by itself. */
    private List<Outcome> run(String verb, List<SObject> records) {
        if (records.isEmpty()) {
            return List.of(); // an empty list costs nothing
        }
        transaction.limits().count(Limits.Kind.DML_STATEMENTS, 1);
        transaction.limits().count(Limits.Kind.DML_ROWS, records.size());
        transaction.markUncommitted();
        if (transaction.test() == null) {
            String text = "unable to obtain exclusive access to this record";
            if (!transaction.org().data().beginWriting()) {
                throw new DmlException(verb, List.of(new RowError(0, null, "UNABLE_TO_LOCK_ROW", text, List.of())));
            }
        }
        transaction.mixedDml().check(records);
        checkDuplicateIds(verb, records);
        Checkpoint before = new Checkpoint(transaction);
        Outcome[] outcomes = new Outcome[records.size()];
        byOperation(verb, records, outcomes).forEach((operation, rows) -> save(operation, rows, records, outcomes));
        List<RowError> errors = Arrays.stream(outcomes)
            .flatMap(outcome -> outcome.errors.stream())
            .toList();
        if (!errors.isEmpty() && options.allOrNone) {
            before.restore();
            throw new DmlException(verb, errors);
        }
        for (int row = 0; row < outcomes.length; row++) {
            if (outcomes[row].success() && outcomes[row].created) {
                records.get(row).values().put("Id", outcomes[row].id);
            }
        }
        return List.of(outcomes);
    }

    private Map<Operation, List<Integer>> byOperation(String verb, List<SObject> records, Outcome[] outcomes) {
        Map<Operation, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < records.size(); row++) {
            SObject record = records.get(row);
            if (record == null) {
                throw new NullPointerException();
            }
            ObjectDefinition object = definition(record);
            outcomes[row] = verb.equals("Upsert") ? saver.resolve(row, record, object) : null;
            Operation operation = switch (verb) {
                case "Insert" -> Operation.INSERT;
                case "Update" -> Operation.UPDATE;
                case "Delete" -> Operation.DELETE;
                case "Undelete" -> Operation.UNDELETE;
                default -> record.get("Id") == null ? Operation.INSERT : Operation.UPDATE;
            };
            if (outcomes[row] == null) {
                rows.computeIfAbsent(operation, key -> new ArrayList<>()).add(row);
            }
        }
        return rows;
    }

    /** Before triggers, saving, after triggers, as the order of execution has it. */
    private void save(Operation operation, List<Integer> rows, List<SObject> records, Outcome[] outcomes) {
        DmlTriggers triggers = new DmlTriggers(transaction, operation, rows, records);
        triggers.before(outcomes);
        for (int row : rows) {
            if (outcomes[row] == null) {
                SObject record = triggers.saved(row);
                ObjectDefinition object = definition(record);
                outcomes[row] = switch (operation) {
                    case INSERT -> saver.insert(row, record, object);
                    case UPDATE -> saver.update(row, record, object);
                    case DELETE -> saver.delete(row, record, object);
                    case UNDELETE -> saver.undelete(row, record, object);
                };
            }
        }
        triggers.after(outcomes);
    }

    private static void checkDuplicateIds(String verb, List<SObject> records) {
        Set<Object> seen = new LinkedHashSet<>();
        for (SObject record : records) {
            Object id = record == null || verb.equals("Insert") ? null : record.get("Id");
            if (id != null && !seen.add(id)) {
                throw new ListException("Duplicate id in list: " + id);
            }
        }
    }

    private ObjectDefinition definition(SObject record) {
        ObjectDefinition object = transaction.org().metadata().object(record.objectName());
        if (object.isCustomMetadata()) {
            throw new TypeException("DML operation INSERT not allowed on " + object.name());
        }
        if (object.isPlatformEvent()) {
            throw new TypeException(
                "DML not allowed on " + object.name() + ": local-org wants EventBus.publish for platform events"
            );
        }
        return object;
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
