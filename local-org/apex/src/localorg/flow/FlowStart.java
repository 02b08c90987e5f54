package localorg.flow;

import java.util.Set;
import localorg.runtime.lang.SObject;

/**
 * Which records start a flow.
 *
 * @param events Create, Update
 * @param onlyOnceMet an update starts the flow only if the record did not meet the filters before
 */
record FlowStart(String object, Set<String> events, FlowFilters filters, boolean onlyOnceMet) {
    // Imitates: entry conditions, and the option for updates that make a record meet them — Metadata API: FlowStart [C]
    boolean admits(SObject record, SObject prior) {
        if (!events.contains(prior == null ? "Create" : "Update") || !filters.match(record, prior)) {
            return false;
        }
        return !onlyOnceMet || prior == null || !filters.match(prior, null);
    }
}
