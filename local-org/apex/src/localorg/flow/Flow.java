package localorg.flow;

import java.util.Map;
import java.util.Set;

/**
 * An active flow.
 *
 * @param name API name
 * @param label as errors name it
 * @param start which records start it, null for one that Apex starts
 * @param first name of the first element
 * @param elements by name
 * @param initialValues values of variables and constants when an interview begins, by name
 * @param inputs variables that whoever starts it may set
 * @param outputs variables that whoever started it may read
 */
record Flow(
    String name,
    String label,
    FlowStart start,
    String first,
    Map<String, FlowElement> elements,
    Map<String, Object> initialValues,
    Set<String> inputs,
    Set<String> outputs
) {
    boolean startsWith(String object) {
        return start != null && start.object().equalsIgnoreCase(object);
    }
}
