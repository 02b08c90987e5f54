package localorg.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import localorg.Workspace;
import localorg.data.DataView;
import localorg.data.Dml;
import localorg.data.QueryRunner;
import localorg.flow.Flows;
import localorg.linking.LinkedProgram;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.OrgMetadata;
import localorg.runtime.ApexThread;
import localorg.runtime.Conversions;
import localorg.runtime.Org;
import localorg.runtime.OrgUser;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.Quiddity;

/** run.mjs serve: an org whose platform is on the other end of standard input and output. */
public final class Server {

    private final Connection connection;
    private OrgMetadata metadata;
    private LinkedProgram program;
    private Flows flows;
    private final Executor background = Executors.newSingleThreadExecutor(ApexThread::new);
    private JsonNode start;
    private volatile Org org;

    public Server(InputStream input, PrintStream output) {
        connection = new Connection(input, output);
    }

    public void run() throws IOException {
        connection.serve(this::handle);
    }

    private JsonNode handle(String method, JsonNode params) throws RemoteError {
        return switch (method) {
            case "start" -> start(params);
            case "aura" -> new AuraCalls(running()).call(user(params), params);
            case "invoke" -> new ActionCalls(running()).call(user(params), params);
            case "plugin" -> new PluginCalls(running()).call(user(params), params);
            case "query" -> query(user(params), params.path("soql").asText());
            case "updateRecord" -> updateRecord(user(params), params.path("record"));
            case "advanceClock" -> advanceClock(params.path("seconds").asLong());
            case "setSwitches" -> {
                setSwitches(params);
                yield nothing();
            }
            case "reset" -> {
                reset();
                yield nothing();
            }
            case "stop" -> {
                replaceOrg(null);
                yield nothing();
            }
            default -> throw new RemoteError("The engine does not know the request " + method, null);
        };
    }

    /** Answers what the jobs cost that ran meanwhile. */
    private JsonNode advanceClock(long seconds) throws RemoteError {
        List<Transaction> transactions = running()
            .jobs()
            .advance(seconds * 1000);
        ObjectNode answer = Connection.JSON.createObjectNode().put("transactions", transactions.size());
        AuraCalls.tellCost(transactions, answer);
        return answer;
    }

    private static JsonNode nothing() {
        return Connection.JSON.createObjectNode();
    }

    private Org running() throws RemoteError {
        if (org == null) {
            throw new RemoteError("The engine was not started", null);
        }
        return org;
    }

    private OrgUser user(JsonNode params) throws RemoteError {
        String id = params.path("userId").asText();
        OrgUser user = running().user(id);
        if (user == null) {
            throw new RemoteError("There is no user " + id, null);
        }
        return user;
    }

    private JsonNode start(JsonNode params) throws RemoteError {
        long began = java.lang.System.nanoTime();
        try {
            Workspace workspace = new Workspace(Path.of(params.path("project").asText()));
            if (!workspace.errors().isEmpty()) {
                throw new RemoteError(
                    "The Apex does not compile:\n" +
                        String.join("\n", workspace.errors().stream().map(Object::toString).toList()),
                    null
                );
            }
            metadata = workspace.metadata();
            program = workspace.link();
            flows = workspace.flows(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        program.missing().forEach(java.lang.System.err::println);
        start = params;
        replaceOrg(null);
        reset();
        setSwitches(params.path("switches"));
        return Connection.JSON.createObjectNode()
            .put("classes", program.fileIds().size())
            .put("compileMs", (java.lang.System.nanoTime() - began) / 1_000_000);
    }

    private void setSwitches(JsonNode switches) {
        switches.fields().forEachRemaining(entry -> org.switches().put(entry.getKey(), entry.getValue().asText()));
    }

    /** The org as it was at the start: its users and records, the clock of today. Switches stay. */
    private void reset() throws RemoteError {
        JsonNode identity = start.path("org");
        Org fresh = new Org(
            new Org.Identity(
                ApexId.of(identity.path("id").asText()).toString(),
                identity.path("name").asText(),
                identity.path("isSandbox").asBoolean(),
                identity.path("domainUrl").asText(),
                identity.path("instanceName").asText()
            ),
            metadata,
            program,
            flows,
            new Platform(connection),
            background
        );
        for (JsonNode user : start.path("users")) {
            List<String> sets = new ArrayList<>();
            user.path("permissionSets").forEach(set -> sets.add(set.asText()));
            fresh.add(
                new OrgUser(
                    ApexId.of(user.path("id").asText()).toString(),
                    user.path("username").asText(),
                    user.path("firstName").asText(null),
                    user.path("lastName").asText(),
                    user.path("email").asText(null),
                    user.path("profile").asText(),
                    sets,
                    user.path("timeZone").asText(OrgUser.DEFAULT_TIME_ZONE),
                    OrgUser.DEFAULT_LANGUAGE,
                    OrgUser.DEFAULT_LANGUAGE
                )
            );
        }
        for (JsonNode record : start.path("records")) {
            SObject loaded = record(record);
            fresh.data().put(loaded.objectName(), loaded.values());
        }
        start
            .path("certificates")
            .fields()
            .forEachRemaining(certificate ->
                fresh
                    .privateKeys()
                    .put(certificate.getKey(), Base64.getDecoder().decode(certificate.getValue().asText()))
            );
        if (org != null) {
            fresh.switches().putAll(org.switches());
        }
        replaceOrg(fresh);
    }

    /** What the org before had under way is over then: nobody takes its events for those of the next. */
    private void replaceOrg(Org next) throws RemoteError {
        Org before = org;
        org = next;
        if (before == null) {
            return;
        }
        try {
            before.close();
        } catch (InterruptedException e) {
            throw new RemoteError("The Apex engine is ending", null);
        }
    }

    /** A record from JSON: type, Id and fields. Fields that the object lacks are an error. */
    private SObject record(JsonNode node) {
        ObjectDefinition object = metadata.object(node.path("type").asText());
        if (object == null) {
            throw new IllegalArgumentException("There is no object " + node.path("type").asText());
        }
        SObject record = SObject.of(object.name());
        node.fields().forEachRemaining(entry -> {
            FieldDefinition field = object.field(entry.getKey());
            if (field != null) {
                record.values().put(field.name(), value(field, entry.getValue()));
            } else if (!entry.getKey().equals("type")) {
                throw new IllegalArgumentException(object.name() + " has no field " + entry.getKey());
            }
        });
        return record;
    }

    private static Object value(FieldDefinition field, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        boolean reference = field.type().equals("Id") || field.isReference();
        return reference ? ApexId.of(node.asText()) : Conversions.fromText(field, node.asText());
    }

    /** What a record page reads: in user mode. */
    private JsonNode query(OrgUser user, String soql) throws RemoteError {
        Transaction transaction = new Transaction(running(), user, Quiddity.REST, new DataView(running().data()));
        ObjectNode answer = Connection.JSON.createObjectNode();
        ArrayNode records = answer.putArray("records");
        ApexCall.run(transaction, () -> {
            new QueryRunner(transaction, Map.of(), true)
                .run(QueryRunner.parse(soql))
                .items()
                .forEach(record -> records.add(Payload.of(record)));
            return null;
        });
        return answer;
    }

    private JsonNode updateRecord(OrgUser user, JsonNode node) throws RemoteError {
        Transaction transaction = new Transaction(running(), user, Quiddity.REST, new DataView(running().data()));
        ApexCall.run(transaction, () -> {
            new Dml(transaction, new Dml.Options(true, true, null)).update(List.of(record(node)));
            transaction.commit();
            return null;
        });
        return nothing();
    }
}
