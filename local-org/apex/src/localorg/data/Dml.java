package localorg.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        checkDuplicates(verb, records);
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
        // an upsert by key finds also what earlier chunks have saved
        for (List<Integer> part : options.externalIdField == null ? List.of(rows) : chunks(rows)) {
            byOperation(verb, part, records, outcomes).forEach((step, all) ->
                chunks(all).forEach(chunk -> save(step.operation, chunk, records, outcomes))
            );
        }
        return rows
            .stream()
            .filter(row -> outcomes[row].success())
            .toList();
    }

    private static List<List<Integer>> chunks(List<Integer> rows) {
        return IntStream.iterate(0, from -> from < rows.size(), from -> from + CHUNK)
            .mapToObj(from -> rows.subList(from, Math.min(from + CHUNK, rows.size())))
            .toList();
    }

    // Imitates: of the records of an upsert that have the same key none is saved — Apex Developer Guide, Upserting Records (likely: the text, and that each 200 are looked at alone) [C]
    private Set<Integer> repeated(List<Integer> rows, List<SObject> records) {
        Map<Object, Set<Integer>> byKey = new HashMap<>();
        rows.forEach(row -> byKey.computeIfAbsent(saver.key(records.get(row)), key -> new HashSet<>()).add(row));
        byKey.remove(null); // no key, which is a failure of its own
        return byKey
            .values()
            .stream()
            .filter(same -> same.size() > 1)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
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
        Set<Integer> repeated = verb.equals("Upsert") ? repeated(wanted, records) : Set.of();
        for (int row : wanted) {
            SObject record = records.get(row);
            if (record == null) {
                throw new NullPointerException();
            }
            ObjectDefinition object = definition(record);
            outcomes[row] = repeated.contains(row)
                ? saver.repeated(row, record)
                : verb.equals("Upsert")
                  ? saver.resolve(row, record, object)
                  : null;
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
                    case INSERT -> saver.insert(row, records.get(row), record, object);
                    case UPDATE -> saver.update(row, records.get(row), record, object);
                    case DELETE -> saver.delete(row, record, object);
                    case UNDELETE -> saver.undelete(row, record, object);
                };
            }
        }
        triggers.after(outcomes);
    }

    // Imitates: a record must not be twice in a list that is inserted or upserted — Apex Developer Guide, DML Considerations (likely: the text) [L]
    private static void checkDuplicates(String verb, List<SObject> records) {
        Set<Object> seen = new LinkedHashSet<>();
        Set<SObject> same = Collections.newSetFromMap(new IdentityHashMap<>());
        for (SObject record : records) {
            Object id = record == null || verb.equals("Insert") ? null : record.get("Id");
            if (id != null && !seen.add(id)) {
                throw new ListException("Duplicate id in list: " + id);
            }
            boolean creates = verb.equals("Insert") || verb.equals("Upsert");
            if (creates && record != null && !same.add(record)) {
                throw new ListException("Before Insert or Upsert list must not have two identically equal elements");
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
