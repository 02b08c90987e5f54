package localorg.runtime.system;

import java.util.Objects;
import localorg.runtime.Transaction;
import localorg.runtime.database.Batchable;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.DateMethods;
import localorg.runtime.lang.DatetimeMethods;
import localorg.runtime.lang.Equality;

/** Apex Reference, System Class. */
public class System {

    public static void debug(Object message) {
        java.lang.System.err.println("DEBUG " + localorg.runtime.lang.Text.of(message));
    }

    public static void debug(LoggingLevel level, Object message) {
        java.lang.System.err.println(level + " " + localorg.runtime.lang.Text.of(message));
    }

    public static void assert_(Boolean condition) {
        assert_(condition, null);
    }

    public static void assert_(Boolean condition, Object message) {
        if (!Boolean.TRUE.equals(condition)) {
            throw Assert.failure(null, message == null ? null : localorg.runtime.lang.Text.of(message));
        }
    }

    public static void assertEquals(Object expected, Object actual) {
        Assert.areEqual(expected, actual);
    }

    public static void assertEquals(Object expected, Object actual, Object message) {
        Assert.areEqual(expected, actual, localorg.runtime.lang.Text.of(message));
    }

    public static void assertNotEquals(Object expected, Object actual) {
        Assert.areNotEqual(expected, actual);
    }

    public static void assertNotEquals(Object expected, Object actual, Object message) {
        Assert.areNotEqual(expected, actual, localorg.runtime.lang.Text.of(message));
    }

    public static Long currentTimeMillis() {
        return Transaction.current().org().now();
    }

    public static ApexDatetime now() {
        return DatetimeMethods.now();
    }

    public static ApexDate today() {
        return DateMethods.today();
    }

    public static Boolean equals(Object a, Object b) {
        return Equality.areEqual(a, b);
    }

    public static Integer hashCode(Object value) {
        return Objects.hashCode(value);
    }

    public static ApexId enqueueJob(Object queueable) {
        return Jobs.enqueue((Queueable) queueable, null);
    }

    public static ApexId enqueueJob(Object queueable, Integer delay) {
        AsyncOptions options = new AsyncOptions();
        options.MinimumQueueableDelayInMinutes = delay;
        return Jobs.enqueue((Queueable) queueable, options);
    }

    public static ApexId enqueueJob(Object queueable, Object options) {
        return Jobs.enqueue((Queueable) queueable, (AsyncOptions) options);
    }

    public static void attachFinalizer(Object finalizer) {
        Jobs.attach((Finalizer) finalizer);
    }

    public static String schedule(String name, String cron, Object schedulable) {
        return ScheduledJobs.schedule(name, cron, Type.nameOf(schedulable), (Schedulable) schedulable).toString();
    }

    public static String scheduleBatch(Object batch, String name, Integer minutesFromNow) {
        return scheduleBatch(batch, name, minutesFromNow, BatchJobs.USUAL_SCOPE);
    }

    public static String scheduleBatch(Object batch, String name, Integer minutesFromNow, Integer scope) {
        return ScheduledJobs.scheduleBatch((Batchable) batch, name, minutesFromNow, scope).toString();
    }

    public static void abortJob(String jobId) {
        Jobs.abort(ApexId.of(jobId));
    }

    private static boolean runsAs(Quiddity... kinds) {
        return java.util.List.of(kinds).contains(Transaction.current().quiddity());
    }

    public static Boolean isBatch() {
        return runsAs(Quiddity.BATCH_APEX);
    }

    public static Boolean isFuture() {
        return runsAs(Quiddity.FUTURE);
    }

    public static Boolean isQueueable() {
        return runsAs(Quiddity.QUEUEABLE);
    }

    public static Boolean isScheduled() {
        return runsAs(Quiddity.SCHEDULED);
    }
}
