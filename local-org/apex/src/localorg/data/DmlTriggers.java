package localorg.data;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localorg.runtime.Checkpoint;
import localorg.runtime.Hooks;
import localorg.runtime.Transaction;
import localorg.runtime.TriggerContext;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ExceptionMethods;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.TriggerOperation;

/** The triggers and flows around one DML operation. Without any on the object it does nothing. */
final class DmlTriggers {

    private final Transaction transaction;
    private final Dml.Operation operation;
    private final List<Integer> rows;
    private final List<SObject> records;
    private final String object;
    private final boolean present;
    private final Map<Integer, SObject> copies = new HashMap<>();
    private final Map<Integer, SObject> old = new HashMap<>();

    DmlTriggers(Transaction transaction, Dml.Operation operation, List<Integer> rows, List<SObject> records) {
        this.transaction = transaction;
        this.operation = operation;
        this.rows = rows;
        this.records = records;
        this.object = records.get(rows.get(0)).objectName();
        this.present = !transaction.program().triggers(object).isEmpty() || transaction.org().flows().concern(object);
    }

    /** The record to save: the trigger's own copy, which it may have changed. */
    SObject saved(int row) {
        return copies.getOrDefault(row, records.get(row));
    }

    void before(Dml.Outcome[] outcomes) {
        if (!present || operation == Dml.Operation.UNDELETE) {
            // there is no before undelete
            return;
        }
        for (int row : rows) {
            SObject record = records.get(row);
            if (isBeingSaved(record)) {
                String text = "Object (id = " + record.get("Id") + ") is currently in a trigger of " + object;
                outcomes[row] = RecordSaver.failure(row, record, "SELF_REFERENCE_FROM_TRIGGER", text);
                continue;
            }
            Map<String, Object> stored =
                record.get("Id") instanceof ApexId id ? transaction.data().row(object, id) : null;
            if (stored != null) {
                old.put(row, SObject.of(object));
                old.get(row).values().putAll(stored);
            }
            SObject copy = SObject.of(object);
            if (stored != null) {
                copy.values().putAll(stored);
            }
            copy.values().putAll(record.values());
            if (operation == Dml.Operation.INSERT) {
                FieldRules.addDefaults(record.definition(), copy.values());
            }
            copies.put(row, copy);
        }
        // a record that is not there is refused when it is saved
        List<Integer> existing = rows
            .stream()
            .filter(row -> operation == Dml.Operation.INSERT || old.containsKey(row))
            .toList();
        fire("BEFORE_", existing, copies, outcomes);
    }

    // Imitates: a before trigger cannot save its own records otherwise, only update what is about to be deleted — Apex Developer Guide, Context Variable Considerations (likely: the text) [C]
    private boolean isBeingSaved(SObject record) {
        List<TriggerOperation> conflicts = switch (operation) {
            case UPDATE -> List.of(TriggerOperation.BEFORE_UPDATE);
            case DELETE -> List.of(TriggerOperation.BEFORE_UPDATE, TriggerOperation.BEFORE_DELETE);
            default -> List.of();
        };
        return record.get("Id") instanceof ApexId id && TriggerContext.isBefore(id, conflicts);
    }

    void after(Dml.Outcome[] outcomes) {
        if (!present) {
            return;
        }
        List<Integer> succeeded = rows
            .stream()
            .filter(row -> outcomes[row].success())
            .toList();
        Dml.Outcome[] saved = outcomes.clone();
        fire("AFTER_", succeeded, stored(succeeded, saved), outcomes);
        if (operation == Dml.Operation.INSERT || operation == Dml.Operation.UPDATE) {
            runFlows(succeeded, saved, outcomes);
        }
        for (int row : succeeded) {
            if (!outcomes[row].success()) {
                undo(row, saved[row].id());
            }
        }
    }

    private Map<Integer, SObject> stored(List<Integer> affected, Dml.Outcome[] saved) {
        Map<Integer, SObject> current = new LinkedHashMap<>();
        for (int row : affected) {
            SObject record = SObject.of(object);
            Map<String, Object> stored = transaction.data().row(object, saved[row].id());
            if (stored != null) {
                record.values().putAll(stored);
            }
            current.put(row, record);
        }
        return current;
    }

    // Imitates: records whose automation fails are taken out, and the others saved again without them — Apex Developer Guide: Bulk DML Exception Handling [C]
    private void runFlows(List<Integer> affected, Dml.Outcome[] saved, Dml.Outcome[] outcomes) {
        Checkpoint before = new Checkpoint(transaction);
        List<Integer> fine = affected
            .stream()
            .filter(row -> outcomes[row].success())
            .toList();
        Map<Integer, String> failures = transaction.org().flows().run(transaction, object, stored(fine, saved), old);
        if (failures.isEmpty()) {
            return;
        }
        before.restore();
        failures.forEach((row, message) -> {
            undo(row, saved[row].id());
            outcomes[row] = failure(row, "CANNOT_EXECUTE_FLOW_TRIGGER", message);
        });
        runFlows(fine, saved, outcomes);
    }

    private void fire(String time, List<Integer> affected, Map<Integer, SObject> current, Dml.Outcome[] outcomes) {
        if (affected.isEmpty()) {
            return;
        }
        List<SObject> newRecords = affected.stream().map(current::get).toList();
        List<SObject> oldRecords = affected.stream().filter(old::containsKey).map(old::get).toList();
        boolean deletion = operation == Dml.Operation.DELETE;
        TriggerOperation moment = TriggerOperation.valueOf(time + operation);
        if (TriggerContext.isTooDeep(object, moment)) {
            String message = "maximum trigger depth exceeded: " + object + ", " + moment;
            affected.forEach(row -> outcomes[row] = failure(row, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", message));
            return;
        }
        try {
            TriggerContext.run(
                object,
                moment,
                deletion ? null : newRecords,
                operation == Dml.Operation.INSERT || operation == Dml.Operation.UNDELETE ? null : oldRecords
            );
        } catch (RuntimeException e) {
            if (!Hooks.isCatchableException(e)) {
                throw e;
            }
            // Imitates: an exception that a trigger does not catch is an error of all its records — Apex Developer Guide, Trigger Exceptions (likely: the text) [C]
            String message = ExceptionMethods.ofTrigger(e, moment);
            affected.forEach(row -> outcomes[row] = failure(row, "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", message));
            return;
        }
        for (int row : affected) {
            List<RowError> errors = (deletion ? old.get(row) : current.get(row)).errors();
            if (!errors.isEmpty()) {
                outcomes[row] = failure(row, errors);
            }
        }
    }

    private Dml.Outcome failure(int row, String status, String message) {
        return RecordSaver.failure(row, records.get(row), status, message);
    }

    private Dml.Outcome failure(int row, List<RowError> errors) {
        Object id = records.get(row).get("Id");
        String known = id == null ? null : id.toString();
        return new Dml.Outcome(
            (ApexId) id,
            false,
            errors
                .stream()
                .map(error -> new RowError(row, known, error.status(), error.message(), error.fields()))
                .toList()
        );
    }

    private void undo(int row, ApexId id) {
        if (old.containsKey(row)) {
            transaction.data().put(object, id, old.get(row).values());
        } else {
            transaction.data().delete(object, id);
        }
    }
}
