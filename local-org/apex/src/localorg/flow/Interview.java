package localorg.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import localorg.data.NotImitated;
import localorg.metadata.FieldDefinition;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.SObject;

/** One run of a flow, for one record if records start it. */
final class Interview {

    private final SObject record;
    private final SObject prior;
    private final Map<String, Object> values;
    private String next;
    private String failure;

    /** prior is null for a record that was created, and both are where no record started the flow. */
    Interview(Flow flow, SObject record, SObject prior) {
        this.record = record;
        this.prior = prior;
        values = new HashMap<>(flow.initialValues());
        next = flow.first();
    }

    /** Name of the element that comes next, null at the end. */
    String next() {
        return next;
    }

    void goTo(String element) {
        next = element;
    }

    /** What ended the interview, or null. */
    String failure() {
        return failure;
    }

    /** Takes the path for faults; without one the interview fails. */
    void fail(FlowElement element, String message) {
        values.put("$Flow.FaultMessage", message);
        next = element.onFault();
        failure = next == null ? message : null;
    }

    void put(String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            values.put(path, value);
        } else {
            recordAt(path.substring(0, dot), path)
                .values()
                .put(path.substring(dot + 1), value);
        }
    }

    // Imitates: $Record__Prior is empty for a new record — Salesforce docs: global variables in flows [C]
    Object read(String path) {
        if (path.equals("$Flow.FaultMessage")) {
            return values.get(path);
        }
        int dot = path.indexOf('.');
        if (dot < 0) {
            return path.equals("$Record") ? record : path.equals("$Record__Prior") ? prior : values.get(path);
        }
        String start = path.substring(0, dot);
        if (values.get(start) instanceof Map<?, ?> outputs) {
            return outputs.get(path.substring(dot + 1));
        }
        return start.equals("$Record__Prior") && prior == null
            ? null
            : value(recordAt(start, path), path.substring(dot + 1));
    }

    private static Object value(SObject record, String field) {
        FieldDefinition definition = record.definition().field(field);
        if (definition != null && definition.calculated()) {
            throw UncatchableException.notImitated(NotImitated.calculated(record.definition(), definition));
        }
        return record.get(field);
    }

    boolean isChanged(String path) {
        String field = path.substring(path.indexOf('.') + 1);
        return !Objects.equals(record.get(field), prior.get(field));
    }

    private SObject recordAt(String name, String path) {
        if (read(name) instanceof SObject found) {
            return found;
        }
        throw new FlowFault(
            "The flow failed to access the value for " + path + " because it hasn't been set or assigned."
        );
    }
}
