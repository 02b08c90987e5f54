package localorg.runtime.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import localorg.flow.FlowRun;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexMap;

/** Apex Reference, Flow.Interview Class. */
public class Interview {

    private final FlowRun run;

    private Interview(FlowRun run) {
        this.run = run;
    }

    public static Interview createInterview(String flowName, ApexMap values) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        if (values != null) {
            values.entries().forEach((name, value) -> inputs.put((String) name, value));
        }
        return new Interview(Transaction.current().org().flows().launch(flowName, inputs));
    }

    public void start() {
        run.start();
    }

    public Object getVariableValue(String variable) {
        return run.value(variable);
    }
}
