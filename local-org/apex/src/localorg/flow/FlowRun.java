package localorg.flow;

import java.util.List;
import java.util.Map;
import localorg.runtime.Conversions;
import localorg.runtime.Transaction;
import localorg.runtime.exception.FlowException;

/** A run of an autolaunched flow that Apex starts. */
public final class FlowRun {

    private final Flow flow;
    private final Interview interview;

    FlowRun(Flow flow, Map<String, Object> values) {
        this.flow = flow;
        interview = new Interview(flow, null, null);
        values.forEach((name, value) -> {
            if (!flow.inputs().contains(name)) {
                throw new FlowException("The flow " + flow.name() + " has no input variable " + name);
            }
            interview.put(name, value);
        });
    }

    // Imitates: a flow that Apex starts has the sharing of the Apex, and a fault without a path reaches it — Apex Reference: Flow.Interview (likely: texts) [C]
    public void start() {
        new FlowBatch(flow, Transaction.current(), List.of(interview)).run();
        if (interview.failure() != null) {
            throw new FlowException(interview.failure());
        }
    }

    /** A flow's numbers are decimals. */
    public Object value(String variable) {
        if (!flow.outputs().contains(variable)) {
            throw new FlowException("The flow " + flow.name() + " has no output variable " + variable);
        }
        Object value = interview.read(variable);
        return value instanceof Number ? Conversions.toDecimal(value) : value;
    }
}
