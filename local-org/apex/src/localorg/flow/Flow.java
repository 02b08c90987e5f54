package localorg.flow;

import java.util.Map;

/**
 * An active flow that saving a record starts.
 *
 * @param name API name
 * @param label as errors name it
 * @param elements by name
 * @param initialValues values of variables and constants when an interview begins, by name
 */
record Flow(
    String name,
    String label,
    FlowStart start,
    Map<String, FlowElement> elements,
    Map<String, Object> initialValues
) {}
