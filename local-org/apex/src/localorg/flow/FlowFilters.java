package localorg.flow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import localorg.runtime.lang.SObject;

/** Filters on the fields of records, all or any of which have to match. */
record FlowFilters(List<Filter> filters, boolean all) {
    record Filter(String field, FlowOperator operator, FlowValue value) {
        private boolean matches(Object left, Interview interview) {
            return operator.test(left, value.in(interview));
        }

        private boolean matches(SObject record, SObject prior) {
            return operator == FlowOperator.IsChanged
                ? Objects.equals(record.get(field), prior.get(field)) != Boolean.TRUE.equals(value.in(null))
                : matches(record.get(field), (Interview) null);
        }
    }

    /** Of a flow's start, where values are literals. */
    boolean match(SObject record, SObject prior) {
        return all
            ? filters.stream().allMatch(filter -> filter.matches(record, prior))
            : filters.stream().anyMatch(filter -> filter.matches(record, prior));
    }

    /** Of an element that looks for records, where values may be the interview's. */
    boolean find(Map<String, Object> row, Interview interview) {
        return all
            ? filters.stream().allMatch(filter -> filter.matches(row.get(filter.field()), interview))
            : filters.stream().anyMatch(filter -> filter.matches(row.get(filter.field()), interview));
    }
}
