package localorg.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localorg.runtime.Outside;
import localorg.runtime.Transaction;
import localorg.runtime.connectapi.NamedCredentials;
import localorg.runtime.exception.AuthProviderPluginException;
import localorg.runtime.exception.CalloutException;
import localorg.runtime.exception.ConnectApiException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.ApexException;

/** The platform stand-in on the other end of the connection, as Apex meets it. */
final class Platform implements Outside {

    private final Connection connection;

    Platform(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Answer send(Callout callout) {
        ObjectNode params = Connection.JSON.createObjectNode()
            .put("userId", callout.userId())
            .put("transaction", callout.transaction())
            .put("endpoint", callout.endpoint())
            .put("method", callout.method())
            .put("timeoutMs", callout.timeoutMs())
            .put("bodyBase64", Base64.getEncoder().encodeToString(callout.body()));
        ObjectNode headers = params.putObject("headers");
        callout.headers().forEach(headers::put);
        JsonNode answer = ask("callout", params);
        Map<String, String> answered = new LinkedHashMap<>();
        answer
            .path("headers")
            .fields()
            .forEachRemaining(header -> answered.put(header.getKey(), header.getValue().asText()));
        return new Answer(
            answer.path("statusCode").asInt(),
            answer.path("status").asText(),
            answered,
            Base64.getDecoder().decode(answer.path("bodyBase64").asText(""))
        );
    }

    @Override
    public JsonNode connectApi(String userId, String method, Object... arguments) {
        Transaction.current().countConnectApiCall();
        return ask("connectApi", call(userId, method, arguments));
    }

    @Override
    public JsonNode authToken(String userId, String method, Object... arguments) {
        return ask("authToken", call(userId, method, arguments));
    }

    @Override
    public void notify(List<String> users, Notification notification) {
        ObjectNode params = Connection.JSON.createObjectNode()
            .put("senderId", notification.senderId())
            .put("title", notification.title())
            .put("body", notification.body())
            .put("targetId", notification.targetId())
            .put("targetObject", notification.targetObject())
            .put("targetPageRef", notification.targetPageRef())
            .put("time", notification.time());
        ArrayNode recipients = params.putArray("userIds");
        users.forEach(recipients::add);
        connection.notify("notification", params);
    }

    @Override
    public void committed(String transaction) {
        connection.notify("committed", Connection.JSON.createObjectNode().put("transaction", transaction));
    }

    @Override
    public void event(String name, Map<String, Object> payload) {
        ObjectNode params = Connection.JSON.createObjectNode().put("name", name);
        params.set("payload", Payload.ofRow(payload));
        connection.notify("event", params);
    }

    private static ObjectNode call(String userId, String method, Object... arguments) {
        ObjectNode params = Connection.JSON.createObjectNode()
            .put("userId", userId)
            .put("transaction", Transaction.current().id())
            .put("method", method);
        ArrayNode args = params.putArray("args");
        for (Object argument : arguments) {
            if (argument instanceof NamedCredentials.RawJson json) {
                args.add(tree(json.text()));
            } else {
                args.add((String) argument);
            }
        }
        return params;
    }

    private static JsonNode tree(String json) {
        try {
            return Connection.JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode ask(String method, JsonNode params) {
        try {
            return connection.request(method, params);
        } catch (RemoteError e) {
            throw exception(e);
        }
    }

    /** The exception that the platform throws into Apex. */
    private static ApexException exception(RemoteError error) {
        JsonNode data = error.data();
        if (data == null || !data.has("exceptionType")) {
            return new UncatchableException("System.UnexpectedException", error.getMessage());
        }
        String type = data.get("exceptionType").asText();
        String message = data.path("message").asText();
        if (!data.path("catchable").asBoolean(true)) {
            return new UncatchableException(type, message);
        }
        return switch (type) {
            case "System.CalloutException" -> new CalloutException(message);
            case "ConnectApi.ConnectApiException" -> new ConnectApiException(message);
            case "Auth.AuthProviderPluginException" -> new AuthProviderPluginException(message);
            default -> new UncatchableException(type, message);
        };
    }
}
