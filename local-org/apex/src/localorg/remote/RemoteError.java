package localorg.remote;

import com.fasterxml.jackson.databind.JsonNode;

/** A request that failed, on either side; data describes the Apex exception if there was one. */
final class RemoteError extends Exception {

    private final transient JsonNode data;

    RemoteError(String message, JsonNode data) {
        super(message);
        this.data = data;
    }

    JsonNode data() {
        return data;
    }
}
