package localorg.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import localorg.runtime.ApexThread;

/**
 * JSON-RPC 2.0, one message a line, in both directions at once: a request of ours may lead to one of theirs before it
 * is answered.
 */
final class Connection {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final int FAILED = -32000;

    /** Answers a request of the other side. */
    interface Handler {
        JsonNode handle(String method, JsonNode params) throws RemoteError;
    }

    private final BufferedReader input;
    private final PrintStream output;
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool(ApexThread::new);

    Connection(InputStream input, PrintStream output) {
        this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        this.output = output;
    }

    /** Works until the input ends; each request has a thread of its own. */
    void serve(Handler handler) throws IOException {
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            JsonNode message = JSON.readTree(line);
            if (message.has("method")) {
                threads.execute(() -> answer(handler, message));
            } else {
                settle(message);
            }
        }
        threads.shutdownNow();
    }

    private void answer(Handler handler, JsonNode message) {
        ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", message.get("id"));
        try {
            answer.set("result", handler.handle(message.get("method").asText(), message.path("params")));
        } catch (RemoteError e) {
            answer.set("error", error(e.getMessage(), e.data()));
        } catch (RuntimeException | Error e) {
            e.printStackTrace(); // a fault of the engine itself: standard error is for people
            answer.set("error", error("The Apex engine failed: " + e, null));
        }
        write(answer);
    }

    private static ObjectNode error(String message, JsonNode data) {
        ObjectNode error = JSON.createObjectNode().put("code", FAILED).put("message", message);
        if (data != null) {
            error.set("data", data);
        }
        return error;
    }

    private void settle(JsonNode message) {
        CompletableFuture<JsonNode> asker = waiting.remove(message.path("id").asText());
        if (asker == null) {
            return;
        }
        if (message.has("error")) {
            asker.completeExceptionally(
                new RemoteError(message.get("error").path("message").asText(), message.get("error").get("data"))
            );
        } else {
            asker.complete(message.path("result"));
        }
    }

    /** Asks the other side and waits for its answer. */
    JsonNode request(String method, JsonNode params) throws RemoteError {
        String id = "e" + lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", id).put("method", method);
        message.set("params", params);
        write(message);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw (RemoteError) e.getCause();
        } catch (InterruptedException e) {
            throw new RemoteError("The Apex engine is ending", null);
        }
    }

    void notify(String method, JsonNode params) {
        ObjectNode message = JSON.createObjectNode().put("jsonrpc", "2.0").put("method", method);
        message.set("params", params);
        write(message);
    }

    private void write(ObjectNode message) {
        synchronized (output) {
            output.println(message);
            output.flush();
        }
    }
}
