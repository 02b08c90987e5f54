package localorg.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import localorg.data.DataStore;
import localorg.data.KeyPrefixes;
import localorg.flow.Flows;
import localorg.linking.LinkedProgram;
import localorg.metadata.OrgMetadata;

/** The org in which Apex runs: metadata, code, users, data, and the way out to the world. */
public final class Org {

    /** What the org says of itself (Organization, URL.getOrgDomainUrl). */
    public record Identity(String id, String name, boolean isSandbox, String domainUrl, String instanceName) {
        public static final Identity FOR_TESTS = new Identity(
            "00D000000000001EAA",
            "Local Org",
            true,
            "https://local-org.my.salesforce.com",
            "LOCAL"
        );
    }

    private final Identity identity;
    private final OrgMetadata metadata;
    private final LinkedProgram program;
    private final Flows flows;
    private final Outside outside;
    private final Executor background;
    private final KeyPrefixes keyPrefixes;
    private final Map<String, OrgUser> users = new LinkedHashMap<>();
    private final DataStore data;
    private final JobQueue jobs = new JobQueue(this);
    private final AtomicLong clockOffset = new AtomicLong();
    private final Map<String, byte[]> privateKeys = new ConcurrentHashMap<>();
    private final Map<String, String> switches = new ConcurrentHashMap<>();

    public Org(
        Identity identity,
        OrgMetadata metadata,
        LinkedProgram program,
        Flows flows,
        Outside outside,
        Executor background
    ) {
        this.identity = identity;
        this.metadata = metadata;
        this.program = program;
        this.flows = flows;
        this.outside = outside;
        this.background = background;
        this.keyPrefixes = new KeyPrefixes(metadata);
        this.data = new DataStore(this);
    }

    public void add(OrgUser user) {
        users.put(user.id(), user);
        data.add(user);
    }

    /** The user with that 15 or 18 character Id, or null. */
    public OrgUser user(String id) {
        return users.get(id.length() == 15 ? localorg.runtime.lang.ApexId.of(id).toString() : id);
    }

    /** The user as whom the subscribers of events run. */
    public OrgUser automatedProcess() {
        return users
            .values()
            .stream()
            .filter(OrgUser::isAutomatedProcess)
            .findFirst()
            .orElse(OrgUser.AUTOMATED_PROCESS);
    }

    public Identity identity() {
        return identity;
    }

    public OrgMetadata metadata() {
        return metadata;
    }

    public LinkedProgram program() {
        return program;
    }

    public Flows flows() {
        return flows;
    }

    public Outside outside() {
        return outside;
    }

    /** Runs what comes after a transaction: asynchronous Apex and the subscribers of events. */
    public void later(Runnable work) {
        background.execute(work);
    }

    public KeyPrefixes keyPrefixes() {
        return keyPrefixes;
    }

    public DataStore data() {
        return data;
    }

    /**
     * The private keys (PKCS #8) of the org's certificates, by name. An administrator makes them in Setup: no metadata
     * holds them.
     */
    public Map<String, byte[]> privateKeys() {
        return privateKeys;
    }

    /** What nobody could establish without an org (platform facts, section 12): U12 is a, b or c. */
    public Map<String, String> switches() {
        return switches;
    }

    /** The org's clock in milliseconds; it can be moved ahead to try what happens later. */
    public long now() {
        return java.lang.System.currentTimeMillis() + clockOffset.get();
    }

    /** Ahead only: a clock that is past the moment stays. */
    void moveClockTo(long moment) {
        clockOffset.accumulateAndGet(moment - java.lang.System.currentTimeMillis(), Math::max);
    }

    /** The jobs that wait for their turn. */
    public JobQueue jobs() {
        return jobs;
    }

    /** Ends the jobs; returns when nothing runs any more and all events have arrived, so that the next org gets none. */
    public void close() throws InterruptedException {
        jobs.close();
        CompletableFuture.runAsync(() -> {}, background).join();
    }
}
