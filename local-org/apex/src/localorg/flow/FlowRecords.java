package localorg.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localorg.data.Dml;
import localorg.data.RowError;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Checkpoint;
import localorg.runtime.Conversions;
import localorg.runtime.Limits;
import localorg.runtime.Transaction;
import localorg.runtime.exception.LimitException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.ApexException;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.SObject;

/** The records that elements find and save, for all interviews at an element together. */
final class FlowRecords {

    /** Salesforce docs: per-transaction flow limits. */
    private static final int MAX_DUPLICATE_UPDATES = 12;

    private final Transaction transaction;

    FlowRecords(Transaction transaction) {
        this.transaction = transaction;
    }

    void find(FlowElement.Lookup element, List<Interview> together) {
        transaction.limits().count(Limits.Kind.SOQL_QUERIES, 1);
        FlowBatch.each(element, together, interview -> {
            List<SObject> found = rows(element.object(), element.filters(), interview);
            Object result = found.isEmpty() ? null : found.get(0);
            interview.put(element.name(), element.first() ? result : ApexList.ofRecords(found, element.object()));
        });
    }

    private List<SObject> rows(String object, FlowFilters filters, Interview interview) {
        List<SObject> found = new ArrayList<>();
        for (Map<String, Object> row : transaction.data().rows(object)) {
            if (filters.find(row, interview)) {
                SObject record = SObject.of(object);
                record.values().putAll(row);
                found.add(record);
            }
        }
        transaction.limits().count(Limits.Kind.QUERY_ROWS, found.size());
        return found;
    }

    void update(FlowElement.Update element, List<Interview> together) {
        if (element.source() == null) {
            transaction.limits().count(Limits.Kind.SOQL_QUERIES, 1);
        }
        Map<Interview, List<SObject>> changes = new LinkedHashMap<>();
        FlowBatch.each(element, together, interview -> {
            List<SObject> targets =
                element.source() == null
                    ? rows(element.object(), element.filters(), interview)
                    : records(interview.read(element.source()));
            changes.put(
                interview,
                element.values().isEmpty() ? targets : changed(targets, element.values(), interview)
            );
        });
        save(element, "update", changes);
    }

    void create(FlowElement.Create element, List<Interview> together) {
        Map<Interview, List<SObject>> created = new LinkedHashMap<>();
        FlowBatch.each(element, together, interview -> {
            List<SObject> records =
                element.source() == null
                    ? List.of(SObject.of(element.object()))
                    : records(interview.read(element.source()));
            records.forEach(record -> fill(record, element.values(), interview));
            created.put(interview, records);
        });
        save(element, "create", created);
        if (element.source() == null) {
            created.forEach((interview, records) -> interview.put(element.name(), records.get(0).get("Id")));
        }
    }

    private static List<SObject> records(Object value) {
        return value instanceof ApexList list
            ? list
                  .items()
                  .stream()
                  .map(item -> (SObject) item)
                  .toList()
            : List.of((SObject) value);
    }

    private List<SObject> changed(List<SObject> targets, Map<String, FlowValue> values, Interview interview) {
        return targets
            .stream()
            .map(target -> {
                SObject change = SObject.of(target.objectName());
                change.values().put("Id", target.get("Id"));
                fill(change, values, interview);
                return change;
            })
            .toList();
    }

    private void fill(SObject record, Map<String, FlowValue> values, Interview interview) {
        ObjectDefinition object = transaction.org().metadata().object(record.objectName());
        values.forEach((field, value) ->
            record.values().put(field, Conversions.toField(object.field(field), value.in(interview)))
        );
    }

    /** Those whose records cannot be saved take the path for faults, and the others are saved without them. */
    private void save(FlowElement element, String verb, Map<Interview, List<SObject>> records) {
        Checkpoint before = new Checkpoint(transaction);
        Map<Interview, String> failures = attempt(verb, records);
        if (failures.isEmpty()) {
            return;
        }
        before.restore();
        if (verb.equals("create")) {
            records.values().forEach(created -> created.forEach(record -> record.values().remove("Id")));
        }
        failures.forEach((interview, failure) -> {
            records.remove(interview);
            interview.fail(
                element,
                "This error occurred when the flow tried to " +
                    verb +
                    " records: " +
                    failure +
                    ". You can look up ExceptionCode values in the SOAP API Developer Guide."
            );
        });
        save(element, verb, records);
    }

    private Map<Interview, String> attempt(String verb, Map<Interview, List<SObject>> records) {
        Map<Interview, String> failures = new LinkedHashMap<>();
        int statements = 0;
        for (List<Change> statement : statements(records)) {
            if (++statements > MAX_DUPLICATE_UPDATES) {
                throw new LimitException("Too many duplicate updates in one batch: " + statements);
            }
            try {
                Dml dml = new Dml(transaction, new Dml.Options(false, false, null));
                List<SObject> together = statement.stream().map(Change::record).toList();
                List<Dml.Outcome> outcomes = verb.equals("create") ? dml.insert(together) : dml.update(together);
                for (int i = 0; i < outcomes.size(); i++) {
                    if (!outcomes.get(i).success()) {
                        RowError error = outcomes.get(i).errors().get(0);
                        failures.put(statement.get(i).interview(), error.status() + ": " + error.message());
                    }
                }
            } catch (UncatchableException | LimitException e) {
                throw e; // no path for faults catches these
            } catch (ApexException e) {
                // a trigger on the records failed, which takes all of the statement with it
                String failure = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: " + e.getMessage();
                statement.forEach(change -> failures.put(change.interview(), failure));
            }
        }
        return failures;
    }

    private record Change(SObject record, Interview interview) {}

    /** One statement, or as many as one record is changed by different interviews. */
    private static List<List<Change>> statements(Map<Interview, List<SObject>> records) {
        List<List<Change>> statements = new ArrayList<>();
        Map<Object, Integer> changes = new HashMap<>();
        records.forEach((interview, changed) ->
            changed.forEach(record -> {
                Object id = record.get("Id");
                int place = id == null ? 0 : changes.merge(id, 1, Integer::sum) - 1;
                if (place == statements.size()) {
                    statements.add(new ArrayList<>());
                }
                statements.get(place).add(new Change(record, interview));
            })
        );
        return statements;
    }
}
