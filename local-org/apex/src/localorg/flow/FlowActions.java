package localorg.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localorg.data.Access;
import localorg.runtime.Transaction;
import localorg.runtime.exception.LimitException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.flow.InvocableAction;
import localorg.runtime.lang.ApexException;
import localorg.runtime.lang.ExceptionMethods;

/** Calls Apex actions, once for all interviews that wait at the element. */
final class FlowActions {

    private FlowActions() {}

    // Imitates: a Flow that calls an action needs access to its class; what Apex throws is a fault of all interviews of the call — Apex Developer Guide, InvocableMethod Annotation [C]
    static void call(Transaction transaction, FlowElement.Action element, List<Interview> together) {
        Map<Interview, Map<String, Object>> inputs = new LinkedHashMap<>();
        FlowBatch.each(element, together, interview -> {
            if (!new Access(transaction.org().metadata(), transaction.user()).mayUseClass(element.className())) {
                throw new FlowFault("You do not have access to the Apex class named '" + element.className() + "'.");
            }
            Map<String, Object> values = new LinkedHashMap<>();
            element.inputs().forEach((name, value) -> values.put(name, value.in(interview)));
            inputs.put(interview, values);
        });
        if (inputs.isEmpty()) {
            return;
        }
        try {
            InvocableAction action = InvocableAction.find(transaction.program(), element.className());
            List<Map<String, Object>> results = action.invoke(List.copyOf(inputs.values()));
            int place = 0;
            for (Interview interview : inputs.keySet()) {
                Map<String, Object> result = results.get(place++);
                interview.put(element.name(), result);
                element.outputs().forEach((name, variable) -> interview.put(variable, result.get(name)));
            }
        } catch (UncatchableException | LimitException e) {
            throw e; // no path for faults catches these
        } catch (ApexException | NullPointerException e) {
            String failure =
                "An Apex error occurred: " + ExceptionMethods.getTypeName(e) + ": " + ExceptionMethods.getMessage(e);
            inputs.keySet().forEach(interview -> interview.fail(element, failure));
        }
    }
}
