package localorg.data;

import java.util.Map;
import java.util.TreeMap;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;

/** The rows in which Apex finds its jobs: AsyncApexJob and CronTrigger (Object Reference). */
public final class JobRecords {

    private JobRecords() {}

    /** A job that was enqueued; jobType is Queueable, Future, BatchApex or ScheduledApex. */
    public static void enqueued(Transaction transaction, ApexId id, String jobType) {
        Map<String, Object> row = row(transaction, id);
        row.put("JobType", jobType);
        row.put("Status", "Queued");
        row.put("NumberOfErrors", 0);
        transaction.data().put("AsyncApexJob", id, row);
    }

    /** A class that was scheduled. */
    public static void scheduled(Transaction transaction, ApexId id, String cron) {
        Map<String, Object> row = row(transaction, id);
        row.put("CronExpression", cron);
        row.put("State", "WAITING");
        row.put("TimesTriggered", 0);
        transaction.data().put("CronTrigger", id, row);
    }

    private static Map<String, Object> row(Transaction transaction, ApexId id) {
        Map<String, Object> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        row.put("Id", id);
        row.put("CreatedById", ApexId.of(transaction.user().id()));
        row.put("CreatedDate", new ApexDatetime((transaction.org().now() / 1000) * 1000));
        return row;
    }

    /** What became of a job; a scheduled class waits for its next time. */
    public static void ended(Transaction transaction, ApexId id, boolean failed) {
        change(
            transaction,
            "AsyncApexJob",
            id,
            Map.of("Status", failed ? "Failed" : "Completed", "NumberOfErrors", failed ? 1 : 0)
        );
        change(transaction, "CronTrigger", id, Map.of("TimesTriggered", 1));
    }

    /** System.abortJob. */
    public static void aborted(Transaction transaction, ApexId id) {
        change(transaction, "AsyncApexJob", id, Map.of("Status", "Aborted"));
        if (transaction.data().row("CronTrigger", id) != null) {
            transaction.data().delete("CronTrigger", id);
        }
    }

    private static void change(Transaction transaction, String object, ApexId id, Map<String, Object> changes) {
        Map<String, Object> stored = transaction.data().row(object, id);
        if (stored != null) {
            Map<String, Object> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            row.putAll(stored);
            row.putAll(changes);
            transaction.data().put(object, id, row);
        }
    }
}
