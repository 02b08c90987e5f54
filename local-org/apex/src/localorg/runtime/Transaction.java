package localorg.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import localorg.data.DataView;
import localorg.data.MixedDml;
import localorg.linking.LinkedProgram;
import localorg.linking.ProgramClassLoader;
import localorg.runtime.eventbus.EventDelivery;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.Finalizer;
import localorg.runtime.system.Quiddity;
import localorg.runtime.system.Savepoint;
import localorg.test.TestContext;

/**
 * One execution of Apex: its user, static variables, data, limits and what it leaves for later. Bound to the thread
 * that runs it; callouts may start further transactions on other threads meanwhile.
 */
public final class Transaction {

    private final Org org;
    private final Statics statics;
    private final String id = UUID.randomUUID().toString();
    private final Quiddity quiddity;
    private final List<AsyncJob> jobs = new ArrayList<>();
    private final List<SObject> eventsAfterCommit = new ArrayList<>();
    private final List<Savepoint> savepoints = new ArrayList<>();
    private OrgUser user;
    private DataView data;
    private Limits limits;
    private Limits outerLimits;
    private final List<Limits> allLimits = new ArrayList<>();
    private boolean uncommittedWork;
    private int connectApiCalls;
    private boolean cacheable;
    private MixedDml mixedDml = new MixedDml();
    private boolean losesEvents;
    private Boolean sharing;
    private Coverage coverage;
    private TestContext test;
    private JobRun jobRun;
    private Finalizer finalizer;

    public Transaction(Org org, OrgUser user, Quiddity quiddity, DataView data) {
        this(org, user, quiddity, data, new Statics(org.program().loader()));
    }

    private Transaction(Org org, OrgUser user, Quiddity quiddity, DataView data, Statics statics) {
        this.org = org;
        this.user = user;
        this.quiddity = quiddity;
        this.data = data;
        this.limits = new Limits(quiddity);
        allLimits.add(limits);
        this.statics = statics;
    }

    /**
     * A transaction that a test runs at stopTest. It shares the test's data and, as on the platform, its static
     * variables.
     */
    public Transaction within(Quiddity kind, OrgUser runningUser) {
        Transaction inner = new Transaction(org, runningUser, kind, data, statics);
        inner.test = test;
        inner.coverage = coverage;
        return inner;
    }

    /** The transaction of an event's subscriber: in a test part of the test, else one of its own. */
    public Transaction forSubscriber(OrgUser subscriber, Quiddity kind) {
        return test != null
            ? within(kind, subscriber)
            : new Transaction(org, subscriber, kind, new DataView(org.data()));
    }

    /**
     * Makes its data everybody's, delivers what waited for that, and runs the jobs it left; in a test those wait for
     * Test.stopTest.
     */
    public void commit() {
        if (test != null) {
            test.events().addAll(eventsAfterCommit);
            return;
        }
        org.data().commit(data);
        if (uncommittedWork && "b".equals(org.switches().get("U46"))) {
            org.outside().committed(id);
        }
        List<SObject> events = List.copyOf(eventsAfterCommit);
        eventsAfterCommit.clear();
        org.later(() -> EventDelivery.deliver(this, events));
        jobs.forEach(org.jobs()::add);
    }

    public static Transaction current() {
        Transaction transaction = ApexThread.transaction();
        if (transaction == null) {
            throw new IllegalStateException("No Apex is running on this thread");
        }
        return transaction;
    }

    /** Runs code as this transaction and gives the thread back to the one before. */
    public void run(Runnable code) {
        Transaction before = ApexThread.transaction();
        ClassLoader loaderBefore = Thread.currentThread().getContextClassLoader();
        ApexThread.setTransaction(this);
        Thread.currentThread().setContextClassLoader(loader());
        try {
            code.run();
        } finally {
            org.data().endWriting();
            ApexThread.setTransaction(before);
            Thread.currentThread().setContextClassLoader(loaderBefore);
        }
    }

    public Org org() {
        return org;
    }

    public LinkedProgram program() {
        return org.program();
    }

    public ProgramClassLoader loader() {
        return org.program().loader();
    }

    Statics statics() {
        return statics;
    }

    public String id() {
        return id;
    }

    public Quiddity quiddity() {
        return quiddity;
    }

    public OrgUser user() {
        return user;
    }

    /** System.runAs. */
    public void setUser(OrgUser user) {
        this.user = user;
    }

    public DataView data() {
        return data;
    }

    public void setData(DataView view) {
        data = view;
    }

    public Limits limits() {
        return limits;
    }

    /** Test.startTest gives a fresh set of limits, Test.stopTest takes it back. */
    public void startFreshLimits() {
        outerLimits = limits;
        limits = new Limits(Quiddity.RUNTEST_SYNC);
        allLimits.add(limits);
    }

    /** Every set of limits that was in force, for the cost of the whole. */
    public List<Limits> allLimits() {
        return allLimits;
    }

    public void restoreLimits() {
        limits = outerLimits;
    }

    public void countConnectApiCall() {
        connectApiCalls++;
    }

    public int connectApiCalls() {
        return connectApiCalls;
    }

    public MixedDml mixedDml() {
        return mixedDml;
    }

    public void setMixedDml(MixedDml account) {
        mixedDml = account;
    }

    /** A method with @AuraEnabled(cacheable=true) runs. */
    public void setCacheable() {
        cacheable = true;
        limits.forbidDml();
    }

    public boolean isCacheable() {
        return cacheable;
    }

    /** Events published here never arrive: the platform may or may not deliver those of a plug-in (U28). */
    public void loseEvents() {
        losesEvents = true;
    }

    public boolean losesEvents() {
        return losesEvents;
    }

    /** DML makes later callouts impossible until the transaction ends (platform facts, section 9 row 10). */
    public void markUncommitted() {
        uncommittedWork = true;
    }

    /** Goes back to the state of an earlier moment. */
    public void setUncommitted(boolean uncommitted) {
        uncommittedWork = uncommitted;
    }

    /** Whether DML, or what counts as such, has been done. */
    public boolean hasUncommittedWork() {
        return uncommittedWork;
    }

    /** Whether sharing rules apply to the class that runs: null until a class has said so. */
    public Boolean sharing() {
        return sharing;
    }

    public void setSharing(Boolean sharing) {
        this.sharing = sharing;
    }

    /** Those that were neither released nor rolled back, in order. */
    public List<Savepoint> savepoints() {
        return savepoints;
    }

    // Imitates: a callout after a job was enqueued or scheduled — unknown [U45]
    /** Leaves work for later. */
    public void leave(AsyncJob job) {
        jobs.add(job);
        uncommittedWork |= "b".equals(org.switches().get("U45"));
    }

    public List<AsyncJob> jobs() {
        return jobs;
    }

    /** The job of which this is a part, or null. */
    public AsyncJob job() {
        return jobRun == null ? null : jobRun.job();
    }

    public JobRun jobRun() {
        return jobRun;
    }

    void setJobRun(JobRun run) {
        jobRun = run;
    }

    /** System.attachFinalizer, or null. */
    public Finalizer finalizer() {
        return finalizer;
    }

    public void setFinalizer(Finalizer attached) {
        finalizer = attached;
    }

    public List<SObject> eventsAfterCommit() {
        return eventsAfterCommit;
    }

    public Coverage coverage() {
        return coverage;
    }

    public void setCoverage(Coverage coverage) {
        this.coverage = coverage;
    }

    /** The test that runs, or null. */
    public TestContext test() {
        return test;
    }

    public void setTest(TestContext test) {
        this.test = test;
    }
}
