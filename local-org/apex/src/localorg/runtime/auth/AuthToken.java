package localorg.runtime.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import localorg.runtime.CalloutRules;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexMap;

/** Apex Reference, Auth.AuthToken: tokens of sign-in flows. In a test there are none. */
public class AuthToken {

    private static JsonNode ask(String method, Object... arguments) {
        Transaction transaction = Transaction.current();
        return transaction.test() != null
            ? null
            : transaction.org().outside().authToken(transaction.user().id(), method, arguments);
    }

    private static boolean isNothing(JsonNode answer) {
        return answer == null || answer.isNull() || answer.isMissingNode();
    }

    private static ApexMap map(JsonNode answer) {
        if (isNothing(answer)) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        answer.fields().forEachRemaining(field -> values.put(field.getKey(), field.getValue().asText()));
        return ApexMap.ofStrings(values);
    }

    public static String getAccessToken(String authProviderId, String providerName) {
        JsonNode answer = ask("getAccessToken", authProviderId, providerName);
        return isNothing(answer) ? null : answer.asText();
    }

    public static ApexMap getAccessTokenMap(String authProviderId, String providerName) {
        return map(ask("getAccessTokenMap", authProviderId, providerName));
    }

    public static ApexMap refreshAccessToken(String authProviderId, String providerName, String oldAccessToken) {
        CalloutRules.begin(Transaction.current());
        return map(ask("refreshAccessToken", authProviderId, providerName, oldAccessToken));
    }

    public static Boolean revokeAccess(
        String authProviderId,
        String providerName,
        String userId,
        String remoteIdentifier
    ) {
        JsonNode answer = ask("revokeAccess", authProviderId, providerName, userId, remoteIdentifier);
        return !isNothing(answer) && answer.asBoolean();
    }
}
