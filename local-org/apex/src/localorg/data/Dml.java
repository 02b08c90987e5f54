package localorg.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Checkpoint;
import localorg.runtime.Limits;
import localorg.runtime.Transaction;
import localorg.runtime.TriggerContext;
import localorg.runtime.exception.DmlException;
import localorg.runtime.exception.ListException;
import localorg.runtime.exception.TypeException;
import localorg.runtime.exception.UncatchableException;
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

    // Imitates: triggers get 200 records at a time — Apex Developer Guide, Triggers and Bulk Requests [C]
    private static final int CHUNK = 200;
    private static final int ATTEMPTS = 3;

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
        TriggerContext.refuseOwn(records);
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
        try {
            attempts(verb, records, outcomes, before);
        } catch (RuntimeException e) {
            before.restore();
            throw e;
        }
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

    // Imitates: beside triggers the records without an error are saved again without the others, at most twice, with the limits as before — Apex Developer Guide, Bulk DML Exception Handling (likely: the status) [C]
    private void attempts(String verb, List<SObject> records, Outcome[] outcomes, Checkpoint before) {
        int[] used = transaction.limits().used();
        List<Integer> rows = IntStream.range(0, outcomes.length).boxed().toList();
        List<Integer> saved = attempt(verb, rows, records, outcomes);
        boolean again = !options.allOrNone && meetsTriggers(records);
        for (int attempt = 2; again && saved.size() < rows.size(); attempt++) {
            before.restore();
            if (attempt > ATTEMPTS) {
                String text = "Too many batch retries in the presence of Apex triggers and partial failures.";
                saved.forEach(
                    row -> outcomes[row] = RecordSaver.failure(row, records.get(row), "UNKNOWN_EXCEPTION", text)
                );
                return;
            }
            transaction.limits().reset(used);
            rows = saved;
            saved = attempt(verb, rows, records, outcomes);
        }
    }

    private boolean meetsTriggers(List<SObject> records) {
        return records.stream().anyMatch(record -> !transaction.program().triggers(record.objectName()).isEmpty());
    }

    /** Saves those rows, in chunks; answers which of them were saved. */
    private List<Integer> attempt(String verb, List<Integer> rows, List<SObject> records, Outcome[] outcomes) {
        rows.forEach(row -> outcomes[row] = null);
        byOperation(verb, rows, records, outcomes).forEach((step, all) -> {
            for (int from = 0; from < all.size(); from += CHUNK) {
                save(step.operation, all.subList(from, Math.min(from + CHUNK, all.size())), records, outcomes);
            }
        });
        return rows
            .stream()
            .filter(row -> outcomes[row].success())
            .toList();
    }

    /** What is done to records of an object. */
    private record Step(Operation operation, String object) {}

    private Map<Step, List<Integer>> byOperation(
        String verb,
        List<Integer> wanted,
        List<SObject> records,
        Outcome[] outcomes
    ) {
        Map<Step, List<Integer>> rows = new LinkedHashMap<>();
        for (int row : wanted) {
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
                rows.computeIfAbsent(new Step(operation, object.name()), key -> new ArrayList<>()).add(row);
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
            throw UncatchableException.notImitated("DML on platform events, only EventBus.publish: " + object.name());
        }
        return object;
    }

    /** Records as they are, or by their Ids. */
    public static List<SObject> recordsOf(Transaction transaction, List<Object> recordsOrIds) {
        List<SObject> records = new ArrayList<>();
        for (Object item : recordsOrIds) {
            records.add(item instanceof ApexId id ? recordOf(transaction, id) : (SObject) item);
        }
        return records;
    }

    private static SObject recordOf(Transaction transaction, ApexId id) {
        SObject record = SObject.of(transaction.org().keyPrefixes().objectOf(id.keyPrefix()));
        record.values().put("Id", id);
        return record;
    }
}
