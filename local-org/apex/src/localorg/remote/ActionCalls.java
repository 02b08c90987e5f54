package localorg.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localorg.data.Access;
import localorg.data.DataView;
import localorg.runtime.Org;
import localorg.runtime.OrgUser;
import localorg.runtime.Transaction;
import localorg.runtime.flow.InvocableAction;
import localorg.runtime.json.JsonReader;
import localorg.runtime.system.Quiddity;

/** Calls of invocable actions as a Flow of a user makes them, in a transaction of their own. */
final class ActionCalls {

    private final Org org;

    ActionCalls(Org org) {
        this.org = org;
    }

    JsonNode call(OrgUser user, JsonNode params) throws RemoteError {
        String className = params.path("class").asText();
        InvocableAction action = InvocableAction.find(org.program(), className);
        // Imitates: a Flow that runs as its user needs access to the Apex class — Apex Developer Guide, InvocableMethod Annotation [C]
        if (action == null || !new Access(org.metadata(), user).mayUseClass(action.className())) {
            throw Failures.refusal(
                "System.NoAccessException",
                "You do not have access to the Apex class named '" + className + "'."
            );
        }
        Transaction transaction = new Transaction(org, user, Quiddity.INVOCABLE_ACTION, new DataView(org.data()));
        ObjectNode answer = Connection.JSON.createObjectNode();
        ArrayNode outputs = answer.putArray("outputs");
        ApexCall.run(transaction, () -> {
            List<Map<String, Object>> interviews = new ArrayList<>();
            for (JsonNode given : params.path("inputs")) {
                interviews.add(interview(action, given));
            }
            action.invoke(interviews).forEach(output -> outputs.add(Payload.ofRow(output)));
            transaction.commit();
            return null;
        });
        AuraCalls.tellCost(transaction, answer);
        return answer;
    }

    /** The inputs of one interview by name; one that the action does not have is an error. */
    private static Map<String, Object> interview(InvocableAction action, JsonNode given) throws RemoteError {
        Map<String, Object> values = new LinkedHashMap<>();
        for (InvocableAction.Parameter input : action.inputs()) {
            if (given.hasNonNull(input.name())) {
                values.put(input.name(), new JsonReader(false).read(given.get(input.name()).toString(), input.type()));
            }
        }
        for (String name : (Iterable<String>) given::fieldNames) {
            if (
                action
                    .inputs()
                    .stream()
                    .noneMatch(input -> input.name().equals(name))
            ) {
                throw new RemoteError(action.className() + " has no invocable input " + name, null);
            }
        }
        return values;
    }
}
