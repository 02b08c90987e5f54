package localorg.test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import localorg.data.JobRecords;
import localorg.runtime.AsyncJob;
import localorg.runtime.JobRun;
import localorg.runtime.Transaction;
import localorg.runtime.eventbus.EventDelivery;
import localorg.runtime.exception.TypeException;
import localorg.runtime.lang.SObject;

/** What a running test has beyond an ordinary transaction (Apex Developer Guide, Testing Apex). */
public final class TestContext {

    private final Map<String, Object> mocks = new HashMap<>();
    private final List<SObject> events = new ArrayList<>();
    private final EntryCosts costs = new EntryCosts();
    private boolean started;
    private boolean stopped;

    /** The interface's name without its namespace decides. */
    public void setMock(String interfaceName, Object instance) {
        mocks.put(interfaceName.substring(interfaceName.lastIndexOf('.') + 1), instance);
    }

    public Object mock(String interfaceName) {
        return mocks.get(interfaceName);
    }

    /** What the test's calls of entry points use. */
    public EntryCosts costs() {
        return costs;
    }

    /** Published events that were not delivered yet. */
    public List<SObject> events() {
        return events;
    }

    // Imitates: startTest gives fresh limits, stopTest runs asynchronous Apex and delivers events — Apex Developer Guide, Testing Apex [C]
    /** Test.startTest: fresh limits, and the DML of the preparation no longer forbids callouts. */
    public void start() {
        if (started) {
            throw new TypeException("Test.startTest() can be called only once per test");
        }
        started = true;
        Transaction transaction = Transaction.current();
        transaction.startFreshLimits();
        transaction.setUncommitted(false);
    }

    /** Test.stopTest: asynchronous Apex runs and events are delivered; then the limits of before apply again. */
    public void stop() {
        if (!started || stopped) {
            throw new TypeException("Test.stopTest() can be called only once, after Test.startTest()");
        }
        stopped = true;
        Transaction transaction = Transaction.current();
        finish(transaction);
        transaction.restoreLimits();
    }

    // Imitates: a job of a job does not run in a test, but for queueables whose depth allows it — Apex Developer Guide, Queueable Apex (likely: others) [C]
    /** What a test leaves behind runs when it ends. */
    void finish(Transaction transaction) {
        Deque<AsyncJob> jobs = new ArrayDeque<>(transaction.jobs());
        transaction.jobs().clear();
        while (!jobs.isEmpty()) {
            AsyncJob job = jobs.remove();
            if (JobRecords.isWaiting(transaction.data(), job.id())) {
                JobRun.inTest(transaction, job).stream().filter(AsyncJob::isChained).forEach(jobs::add);
            }
        }
        deliverEvents();
    }

    public void deliverEvents() {
        Transaction transaction = Transaction.current();
        events.addAll(transaction.eventsAfterCommit());
        transaction.eventsAfterCommit().clear();
        List<SObject> delivered = new ArrayList<>(events);
        events.clear();
        EventDelivery.deliver(transaction, delivered);
    }
}
