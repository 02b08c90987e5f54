package localorg.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import localorg.data.DataView;
import localorg.linking.ClassDescription;
import localorg.runtime.Instances;
import localorg.runtime.Org;
import localorg.runtime.OrgUser;
import localorg.runtime.Transaction;
import localorg.runtime.auth.AuthProviderCallbackState;
import localorg.runtime.auth.AuthProviderPluginClass;
import localorg.runtime.auth.AuthProviderTokenResponse;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.system.PageReference;
import localorg.runtime.system.Quiddity;

/**
 * Calls of an Auth. Provider plug-in by the authentication framework. Each is a transaction of its own whose DML and
 * jobs are thrown away,
 * while immediate events survive (platform facts, section 3).
 */
final class PluginCalls {

    private final Org org;

    PluginCalls(Org org) {
        this.org = org;
    }

    JsonNode call(OrgUser user, JsonNode params) throws RemoteError {
        ClassDescription description = org.program().find(params.path("class").asText());
        if (description == null) {
            throw new RemoteError("There is no plug-in " + params.path("class").asText(), null);
        }
        Transaction transaction = new Transaction(org, user, Quiddity.SYNCHRONOUS, new DataView(org.data()));
        if (params.path("events").asText().equals("lose")) {
            transaction.loseEvents();
        }
        // Imitates: DML and jobs of a plug-in are rolled back, immediate events survive — observed in minlopro-dx and in plug-ins of jfwberg [L]
        return (JsonNode) ApexCall.run(transaction, () -> {
            Class<?> type = transaction.loader().loadClass(description.name());
            if (!AuthProviderPluginClass.class.isAssignableFrom(type)) {
                throw new RemoteError(description.apexName() + " does not extend Auth.AuthProviderPluginClass", null);
            }
            Object plugin = Instances.create(type);
            String method = params.path("method").asText();
            Object[] arguments = arguments(method, params);
            return result(ApexCall.method(type, method, arguments.length).invoke(plugin, arguments));
        });
    }

    private static Object[] arguments(String method, JsonNode params) throws RemoteError {
        ApexMap configuration = strings(params.path("configuration"));
        return switch (method) {
            case "getCustomMetadataType" -> new Object[0];
            case "initiate" -> new Object[] { configuration, text(params.path("state")) };
            case "handleCallback" -> new Object[] { configuration, callbackState(params.path("callbackState")) };
            case "getUserInfo" -> new Object[] { configuration, tokenResponse(params.path("tokenResponse")) };
            case "refresh" -> new Object[] { configuration, text(params.path("refreshToken")) };
            default -> throw new RemoteError("A plug-in has no method " + method, null);
        };
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    private static ApexMap strings(JsonNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        node.fields().forEachRemaining(field -> values.put(field.getKey(), text(field.getValue())));
        return ApexMap.ofStrings(values);
    }

    private static AuthProviderCallbackState callbackState(JsonNode node) {
        return new AuthProviderCallbackState(
            strings(node.path("headers")),
            text(node.path("body")),
            strings(node.path("queryParameters"))
        );
    }

    private static AuthProviderTokenResponse tokenResponse(JsonNode node) {
        AuthProviderTokenResponse response = new AuthProviderTokenResponse(
            text(node.path("provider")),
            text(node.path("oauthToken")),
            text(node.path("oauthSecretOrRefreshToken")),
            text(node.path("state"))
        );
        response.idToken = text(node.path("idToken"));
        return response;
    }

    /** The public fields of the value classes in Auth; a page as its URL. */
    private static JsonNode result(Object value) throws IllegalAccessException {
        if (value == null || value instanceof String) {
            return Payload.of(value);
        }
        ObjectNode node = Connection.JSON.createObjectNode();
        if (value instanceof PageReference page) {
            return node.put("url", page.getUrl());
        }
        for (Field field : value.getClass().getFields()) {
            node.set(field.getName(), Payload.of(field.get(value)));
        }
        return node;
    }
}
