package localorg.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import localorg.runtime.exception.CalloutException;
import localorg.runtime.exception.ConnectApiException;

/**
 * What Apex reaches outside the JVM. In tests there is nothing (see {@link #NOTHING}); in the local org the platform
 * answers.
 */
public interface Outside {
    /** A request as it leaves Apex; the platform resolves callout: endpoints. */
    record Callout(
        String userId,
        String transaction,
        String endpoint,
        String method,
        Map<String, String> headers,
        byte[] body,
        int timeoutMs
    ) {}

    /** The answer to a callout. */
    record Answer(int statusCode, String status, Map<String, String> headers, byte[] body) {}

    /** A custom notification; the target is a record, a page reference in JSON, or both. */
    record Notification(
        String senderId,
        String title,
        String body,
        String targetId,
        String targetObject,
        String targetPageRef,
        long time
    ) {}

    Answer send(Callout callout);

    void notify(List<String> users, Notification notification);

    /** A method of ConnectApi.NamedCredentials; the result has ConnectApi's field names. */
    JsonNode connectApi(String userId, String method, Object... arguments);

    /** A method of Auth.AuthToken. */
    JsonNode authToken(String userId, String method, Object... arguments);

    /** A transaction that wrote something outside has ended well. */
    void committed(String transaction);

    /** A platform event that was delivered. */
    void event(String name, Map<String, Object> payload);

    /** The outside of Apex tests. */
    Outside NOTHING = new Outside() {
        @Override
        public Answer send(Callout callout) {
            throw new CalloutException("There is nothing outside of a test");
        }

        @Override
        public void notify(List<String> users, Notification notification) {
            // nobody is there
        }

        @Override
        public JsonNode connectApi(String userId, String method, Object... arguments) {
            throw new ConnectApiException("There is nothing outside of a test");
        }

        @Override
        public JsonNode authToken(String userId, String method, Object... arguments) {
            return null;
        }

        @Override
        public void committed(String transaction) {
            // nothing was written
        }

        @Override
        public void event(String name, Map<String, Object> payload) {
            // nobody listens outside of a test; subscribers in Apex get it from the transaction
        }
    };
}
