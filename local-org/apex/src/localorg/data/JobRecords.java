package localorg.data;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import localorg.metadata.AnyCaseMap;
import localorg.runtime.Org;
import localorg.runtime.OrgUser;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ExceptionMethods;

/** The rows in which Apex finds its jobs: AsyncApexJob, CronTrigger and CronJobDetail (Object Reference). */
public final class JobRecords {

    private static final String SCHEDULED_APEX = "7";
    private static final String COMPLETE = "COMPLETE";

    private JobRecords() {}

    /** A change of the platform's own, which no transaction rolls back. */
    public static void change(Org org, Consumer<DataView> change) {
        DataView view = new DataView(org.data());
        change.accept(view);
        org.data().commit(view);
    }

    /** A job that was left; jobType is Queueable, Future, BatchApex or ScheduledApex. */
    public static ApexId enqueued(Transaction transaction, String jobType, String className, ApexId trigger) {
        return enqueued(transaction.org(), transaction.data(), transaction.user(), jobType, className, trigger);
    }

    /** The same, when no transaction runs. */
    public static ApexId enqueued(
        Org org,
        DataView data,
        OrgUser user,
        String jobType,
        String className,
        ApexId trigger
    ) {
        Map<String, Object> row = row(org, user, org.keyPrefixes().next("AsyncApexJob"));
        row.put("ApexClassId", classId(data, className));
        row.put("JobType", jobType);
        row.put("Status", "Queued");
        row.put("NumberOfErrors", 0);
        row.put("JobItemsProcessed", 0);
        row.put("TotalJobItems", 0);
        row.put("CronTriggerId", trigger);
        return put(data, "AsyncApexJob", row);
    }

    /** An inner class counts as its outer class. */
    private static Object classId(DataView data, String className) {
        String outer = className.replaceFirst("\\..*", "");
        return data
            .rows("ApexClass")
            .stream()
            .filter(row -> outer.equalsIgnoreCase((String) row.get("Name")))
            .map(row -> row.get("Id"))
            .findFirst()
            .orElse(null);
    }

    /** A class that was scheduled. */
    public static void scheduled(Transaction transaction, ApexId id, String name, String cron, long next) {
        Org org = transaction.org();
        Map<String, Object> detail = new AnyCaseMap<>();
        detail.put("Id", org.keyPrefixes().next("CronJobDetail"));
        detail.put("Name", name);
        detail.put("JobType", SCHEDULED_APEX);
        Map<String, Object> row = row(org, transaction.user(), id);
        row.put("CronJobDetailId", put(transaction.data(), "CronJobDetail", detail));
        row.put("CronExpression", cron);
        row.put("OwnerId", row.get("CreatedById"));
        row.put("TimeZoneSidKey", transaction.user().zone().getId());
        row.put("StartTime", row.get("CreatedDate"));
        row.put("NextFireTime", moment(next));
        row.put("State", "WAITING");
        row.put("TimesTriggered", 0);
        put(transaction.data(), "CronTrigger", row);
    }

    private static Map<String, Object> row(Org org, OrgUser user, ApexId id) {
        Map<String, Object> row = new AnyCaseMap<>();
        row.put("Id", id);
        row.put("CreatedById", ApexId.of(user.id()));
        row.put("CreatedDate", moment(org.now()));
        return row;
    }

    /** The database keeps seconds. */
    private static ApexDatetime moment(long milliseconds) {
        return new ApexDatetime((milliseconds / 1000) * 1000);
    }

    private static ApexId put(DataView data, String object, Map<String, Object> row) {
        ApexId id = (ApexId) row.get("Id");
        data.put(object, id, row);
        return id;
    }

    /** Whether a scheduled class with that name has still to fire. */
    public static boolean isScheduled(DataView data, String name) {
        return data
            .rows("CronTrigger")
            .stream()
            .filter(trigger -> !COMPLETE.equals(trigger.get("State")))
            .map(trigger -> data.row("CronJobDetail", (ApexId) trigger.get("CronJobDetailId")))
            .anyMatch(detail -> name.equals(detail.get("Name")));
    }

    public static long countScheduled(DataView data) {
        return data
            .rows("CronTrigger")
            .stream()
            .filter(trigger -> !COMPLETE.equals(trigger.get("State")))
            .count();
    }

    /** Whether the job's turn is still to come: it was not aborted, nor rolled back with its transaction. */
    public static boolean isWaiting(DataView data, ApexId job) {
        Map<String, Object> row = data.row("AsyncApexJob", job);
        return row != null && "Queued".equals(row.get("Status"));
    }

    public static void started(DataView data, ApexId job) {
        change(data, "AsyncApexJob", job, Map.of("Status", "Processing"));
    }

    /** What became of a job; a batch is complete although some of its chunks failed. */
    // Imitates: AsyncApexJob.Status, NumberOfErrors and ExtendedStatus of a job that ended — Object Reference, AsyncApexJob (likely: text of ExtendedStatus) [C]
    public static void ended(DataView data, ApexId job, long now, int errors, int parts, Throwable problem) {
        boolean batch = "BatchApex".equals(data.row("AsyncApexJob", job).get("JobType"));
        boolean failed = problem != null && (!batch || parts == 1);
        Map<String, Object> changes = new TreeMap<>();
        changes.put("Status", failed ? "Failed" : "Completed");
        changes.put("NumberOfErrors", errors);
        changes.put("CompletedDate", moment(now));
        changes.put("ExtendedStatus", problem == null ? null : (batch ? "First error: " : "") + text(problem));
        if (batch) {
            changes.put("TotalJobItems", Math.max(0, parts - 2));
            changes.put("JobItemsProcessed", Math.max(0, parts - 2));
        }
        change(data, "AsyncApexJob", job, changes);
    }

    private static String text(Throwable problem) {
        boolean apex = problem instanceof ApexException || problem instanceof NullPointerException;
        return apex ? ExceptionMethods.getMessage((Exception) problem) : problem.toString();
    }

    /** A scheduled class has run; next is null when it was the last time. False when it was aborted meanwhile. */
    public static boolean fired(DataView data, ApexId trigger, long now, Long next) {
        Map<String, Object> row = data.row("CronTrigger", trigger);
        if (row == null) {
            return false;
        }
        Map<String, Object> changes = new TreeMap<>();
        changes.put("TimesTriggered", (Integer) row.get("TimesTriggered") + 1);
        changes.put("PreviousFireTime", moment(now));
        changes.put("NextFireTime", next == null ? null : moment(next));
        changes.put("State", next == null ? COMPLETE : "WAITING");
        change(data, "CronTrigger", trigger, changes);
        return true;
    }

    /** System.abortJob; false when there is nothing to abort. */
    public static boolean abort(DataView data, ApexId id, boolean scheduled) {
        if (!scheduled) {
            boolean waiting = isWaiting(data, id);
            change(data, "AsyncApexJob", id, waiting ? Map.of("Status", "Aborted") : Map.of());
            return waiting;
        }
        Map<String, Object> trigger = data.row("CronTrigger", id);
        if (trigger == null) {
            return false;
        }
        data.delete("CronTrigger", id);
        data.delete("CronJobDetail", (ApexId) trigger.get("CronJobDetailId"));
        data.rows("AsyncApexJob")
            .stream()
            .filter(row -> id.equals(row.get("CronTriggerId")) && "Queued".equals(row.get("Status")))
            .forEach(row -> change(data, "AsyncApexJob", (ApexId) row.get("Id"), Map.of("Status", "Aborted")));
        return true;
    }

    private static void change(DataView data, String object, ApexId id, Map<String, Object> changes) {
        Map<String, Object> stored = data.row(object, id);
        if (stored != null) {
            Map<String, Object> row = new AnyCaseMap<>(stored);
            row.putAll(changes);
            data.put(object, id, row);
        }
    }
}
