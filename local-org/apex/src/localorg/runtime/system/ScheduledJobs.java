package localorg.runtime.system;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import localorg.data.JobRecords;
import localorg.runtime.AsyncJob;
import localorg.runtime.CronExpression;
import localorg.runtime.JobRun;
import localorg.runtime.OrgUser;
import localorg.runtime.Transaction;
import localorg.runtime.database.Batchable;
import localorg.runtime.exception.AsyncException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.Serialized;

/** Scheduled classes (Apex Developer Guide, Apex Scheduler). */
final class ScheduledJobs {

    private static final long MILLISECONDS_PER_MINUTE = 60_000;
    private static final int MOST = 100;

    /** A class with its schedule. */
    private record Schedule(ApexId trigger, String className, CronExpression times, ZoneId zone, Schedulable code) {}

    private ScheduledJobs() {}

    static ApexId schedule(String name, String cron, String className, Schedulable schedulable) {
        Transaction transaction = Transaction.current();
        CronExpression times = new CronExpression(cron);
        // Imitates: schedules are read in the time zone of the user who makes them — Apex Developer Guide, Apex Scheduler [C]
        ZoneId zone = transaction.user().zone();
        Long first = times.next(transaction.org().now(), zone);
        refuse(transaction, name);
        ApexId trigger = transaction.org().keyPrefixes().next("CronTrigger");
        if (first == null) {
            throw new AsyncException(
                "Based on configured schedule, the given trigger 'SCHEDULED_APEX." + trigger + "' will never fire."
            );
        }
        JobRecords.scheduled(transaction, trigger, name, cron, first);
        Schedule schedule = new Schedule(trigger, className, times, zone, Serialized.copy(schedulable));
        ApexId id = JobRecords.enqueued(transaction, "ScheduledApex", className, trigger);
        transaction.leave(job(id, schedule, transaction.user(), first));
        return trigger;
    }

    // Imitates: a name once, a hundred jobs — Apex Developer Guide, Apex Scheduler (likely: the text of the limit) [C]
    private static void refuse(Transaction transaction, String name) {
        if (JobRecords.isScheduled(transaction.data(), name)) {
            throw new AsyncException("The Apex job named \"" + name + "\" is already scheduled for execution.");
        }
        if (JobRecords.countScheduled(transaction.data()) >= MOST) {
            throw new AsyncException("You have exceeded the maximum number (100) of Apex scheduled jobs.");
        }
    }

    /** One run of a batch, some minutes from now. */
    static ApexId scheduleBatch(Batchable batch, String name, int minutes, int scope) {
        Transaction transaction = Transaction.current();
        Instant due = Instant.ofEpochMilli(transaction.org().now() + minutes * MILLISECONDS_PER_MINUTE);
        ZoneId zone = transaction.user().zone();
        String cron = DateTimeFormatter.ofPattern("s m H d M '?' yyyy").withZone(zone).format(due.plusSeconds(1));
        return schedule(name, cron, Type.nameOf(batch), context -> BatchJobs.execute(batch, scope));
    }

    private static AsyncJob job(ApexId id, Schedule schedule, OrgUser user, long due) {
        return new AsyncJob(id, Quiddity.SCHEDULED, schedule.className(), user, due, false, null, run ->
            fire(run, schedule)
        );
    }

    // Imitates: each firing is a job of its own in AsyncApexJob, TimesTriggered counts when it has ended — Apex Developer Guide, Apex Scheduler [L]
    private static void fire(JobRun run, Schedule schedule) {
        run.part(Quiddity.SCHEDULED, () -> Serialized.copy(schedule.code()).execute(schedule::trigger));
        run.end();
        AsyncJob job = run.job();
        run.record(data -> {
            Long next = schedule.times().next(run.firedAt(), schedule.zone());
            if (JobRecords.fired(data, schedule.trigger(), run.firedAt(), next) && next != null) {
                ApexId id = JobRecords.enqueued(
                    run.org(),
                    data,
                    job.user(),
                    "ScheduledApex",
                    job.className(),
                    schedule.trigger()
                );
                run.again(job(id, schedule, job.user(), next));
            }
        });
    }
}
