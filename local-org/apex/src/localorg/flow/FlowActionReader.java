package localorg.flow;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import localorg.linking.LinkedProgram;
import localorg.runtime.flow.InvocableAction;

/** Reads calls of Apex actions, which must exist with their inputs and outputs. */
final class FlowActionReader {

    /** What such an element has beside what all have. */
    static final String[] PARTS = {
        "actionName",
        "actionType",
        "faultConnector",
        "flowTransactionModel",
        "inputParameters",
        "nameSegment",
        "outputParameters",
        "storeOutputAutomatically"
    };

    private final FlowValues reader;
    private final LinkedProgram program;

    FlowActionReader(FlowValues reader, LinkedProgram program) {
        this.reader = reader;
        this.program = program;
    }

    FlowElement.Action read(FlowPart part) throws IOException {
        part.expect("actionType", "apex");
        part.expect("flowTransactionModel", null, "Automatic", "CurrentTransaction");
        InvocableAction action = InvocableAction.find(program, part.required("actionName"));
        if (action == null) {
            throw part.mistake("there is no Apex action " + part.text("actionName"));
        }
        Map<String, FlowValue> inputs = new LinkedHashMap<>();
        for (FlowPart input : part.children("inputParameters", Set.of("name", "value"))) {
            FlowValue value = reader.value(input.children("value", FlowValues.VALUE).get(0));
            inputs.put(parameter(input, action.inputs()), value);
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        for (FlowPart output : part.children("outputParameters", Set.of("assignToReference", "name"))) {
            String variable = reader.reference(output.required("assignToReference"));
            outputs.put(parameter(output, action.outputs()), variable);
        }
        return new FlowElement.Action(
            part.required("name"),
            action.className(),
            inputs,
            outputs,
            reader.next(part, "connector"),
            reader.next(part, "faultConnector")
        );
    }

    private static String parameter(FlowPart part, List<InvocableAction.Parameter> known) throws IOException {
        String name = part.required("name");
        if (known.stream().map(InvocableAction.Parameter::name).noneMatch(name::equals)) {
            throw part.mistake("the action has no " + name);
        }
        return name;
    }
}
