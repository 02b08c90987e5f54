package localorg.flow;

import java.util.List;
import java.util.Map;

/** An element of a flow. Names of the elements that follow are null where a path ends. */
sealed interface FlowElement {
    String name();

    /** Name of the element that follows; a decision has its own. */
    String next();

    /** Name of the element that follows a failure. */
    default String onFault() {
        return null;
    }

    record Condition(String left, FlowOperator operator, FlowValue right) {
        boolean holds(Interview interview) {
            return operator == FlowOperator.IsChanged
                ? interview.isChanged(left) == Boolean.TRUE.equals(right.in(interview))
                : operator.test(interview.read(left), right.in(interview));
        }
    }

    record Rule(List<Condition> conditions, boolean all, String next) {
        boolean holds(Interview interview) {
            return all
                ? conditions.stream().allMatch(condition -> condition.holds(interview))
                : conditions.stream().anyMatch(condition -> condition.holds(interview));
        }
    }

    record Decision(String name, List<Rule> rules, String next) implements FlowElement {
        String nextOf(Interview interview) {
            for (Rule rule : rules) {
                if (rule.holds(interview)) {
                    return rule.next();
                }
            }
            return next;
        }
    }

    record Assignment(String name, Map<String, FlowValue> values, String next) implements FlowElement {}

    /** Finds the first record, or all. */
    record Lookup(
        String name,
        String object,
        FlowFilters filters,
        boolean first,
        String next,
        String onFault
    ) implements FlowElement {}

    /** Updates the records found by filters with the values, or those of a record variable. */
    record Update(
        String name,
        String object,
        FlowFilters filters,
        Map<String, FlowValue> values,
        String source,
        String next,
        String onFault
    ) implements FlowElement {}

    /** Creates a record with the values, or those of a record variable. */
    record Create(
        String name,
        String object,
        Map<String, FlowValue> values,
        String source,
        String next,
        String onFault
    ) implements FlowElement {}

    /** Calls an Apex action; outputs go to variables by their names, or stay with the element. */
    record Action(
        String name,
        String className,
        Map<String, FlowValue> inputs,
        Map<String, String> outputs,
        String next,
        String onFault
    ) implements FlowElement {}
}
