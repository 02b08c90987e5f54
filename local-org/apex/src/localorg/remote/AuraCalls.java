package localorg.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import localorg.data.Access;
import localorg.data.DataView;
import localorg.linking.ApexType;
import localorg.linking.ClassDescription;
import localorg.runtime.Limits;
import localorg.runtime.Org;
import localorg.runtime.OrgUser;
import localorg.runtime.Transaction;
import localorg.runtime.exception.JSONException;
import localorg.runtime.json.JsonReader;
import localorg.runtime.system.Quiddity;

/**
 * Calls of @AuraEnabled methods from Lightning components (Lightning Web Components Developer Guide, Call Apex
 * Methods).
 */
final class AuraCalls {

    private final Org org;

    AuraCalls(Org org) {
        this.org = org;
    }

    JsonNode call(OrgUser user, JsonNode params) throws RemoteError {
        String className = params.path("class").asText();
        ClassDescription description = org.program().find(className);
        // Imitates: a component needs access to the Apex class; a class that does not exist looks the same — LWC Developer Guide, secure Apex classes [C]
        if (description == null || !new Access(org.metadata(), user).mayUseClass(description.apexName())) {
            throw Failures.refusal(
                "System.NoAccessException",
                "You do not have access to the Apex class named '" + className + "'."
            );
        }
        ClassDescription.Operation operation = find(description, params.path("method").asText());
        Transaction transaction = new Transaction(org, user, Quiddity.AURA, new DataView(org.data()));
        // Imitates: a class without a sharing keyword runs with sharing when a component calls it — Apex Developer Guide, sharing keywords [C]
        transaction.setSharing(true);
        if (operation.modifiers().has("auraEnabled@cacheable")) {
            transaction.setCacheable();
        }
        JsonNode returned = (JsonNode) ApexCall.run(transaction, () -> {
            Object[] arguments = arguments(operation, params.path("params"));
            Class<?> type = transaction.loader().loadClass(description.name());
            Object result = ApexCall.method(type, operation.name(), arguments.length).invoke(null, arguments);
            JsonNode payload = Payload.of(result);
            transaction.commit();
            return payload;
        });
        ObjectNode answer = Connection.JSON.createObjectNode();
        answer.set("returnValue", returned);
        tellCost(transaction, answer);
        return answer;
    }

    static void tellCost(Transaction transaction, ObjectNode answer) {
        tellCost(List.of(transaction), answer);
    }

    static void tellCost(List<Transaction> transactions, ObjectNode answer) {
        List<Limits> limits = transactions.stream().map(Transaction::limits).toList();
        answer
            .putObject("cost")
            .put("statements", limits.stream().mapToLong(Limits::statements).sum())
            .put("queries", used(limits, Limits.Kind.SOQL_QUERIES))
            .put("dml", used(limits, Limits.Kind.DML_STATEMENTS))
            .put("callouts", used(limits, Limits.Kind.CALLOUTS))
            .put("connectApi", transactions.stream().mapToInt(Transaction::connectApiCalls).sum());
    }

    private static int used(List<Limits> limits, Limits.Kind kind) {
        return limits
            .stream()
            .mapToInt(one -> one.used(kind))
            .sum();
    }

    private static ClassDescription.Operation find(ClassDescription description, String method) throws RemoteError {
        for (ClassDescription.Operation operation : description.operations()) {
            if (operation.name().equals(method) && operation.isStatic() && operation.modifiers().has("auraEnabled")) {
                return operation;
            }
        }
        throw Failures.refusal(
            "System.NoAccessException",
            "Method named '" + method + "' does not exist in the Apex class named '" + description.apexName() + "'"
        );
    }

    /** By name; what the caller leaves out is null, what the method does not know is ignored. */
    private static Object[] arguments(ClassDescription.Operation operation, JsonNode params) throws RemoteError {
        List<ApexType> types = operation.parameters();
        Object[] values = new Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode given = params.path(operation.parameterNames().get(i));
            if (given.isMissingNode() || given.isNull()) {
                continue;
            }
            try {
                values[i] = JsonReader.forComponent().read(given.toString(), types.get(i));
            } catch (JSONException e) {
                throw Failures.refusal(
                    "System.JSONException",
                    "Value provided is invalid for action parameter '" +
                        operation.parameterNames().get(i) +
                        "' of type '" +
                        types.get(i) +
                        "'"
                );
            }
        }
        return values;
    }
}
