package localorg.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import localorg.data.DataView;
import localorg.data.JobRecords;

/**
 * The jobs that wait in a running org: one at a time, by the time at which they are due. What Apex aborted or rolled
 * back has no waiting row any more and is dropped.
 */
public final class JobQueue {

    // Imitates: jobs run in the order in which they are due, one at a time, which the platform does not promise — Apex Developer Guide, Asynchronous Apex [L]
    private record Waiting(AsyncJob job, long number) {}

    private final Org org;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, ApexThread::new);
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(
        Comparator.comparingLong((Waiting entry) -> entry.job().due()).thenComparingLong(Waiting::number)
    );
    private long added;
    private ScheduledFuture<?> alarm;
    private List<Transaction> advancing;

    JobQueue(Org org) {
        this.org = org;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
    }

    synchronized void add(AsyncJob job) {
        if (thread.isShutdown()) {
            return; // left by a job that outlived its org
        }
        waiting.add(new Waiting(job, added++));
        wakeForNext();
    }

    /** One alarm at a time, set again whenever it has rung: Java's timers and the org's clock may differ a little. */
    private synchronized void wakeForNext() {
        if (alarm != null) {
            alarm.cancel(false);
        }
        Waiting first = waiting.peek();
        if (first != null && !thread.isShutdown()) {
            long delay = Math.max(0, first.job().due() - org.now());
            alarm = thread.schedule(this::runDue, delay, TimeUnit.MILLISECONDS);
        }
    }

    /** Whether a queueable with that signature waits. */
    public synchronized boolean hasSignature(String signature) {
        return waiting
            .stream()
            .map(entry -> entry.job().chain())
            .anyMatch(chain -> chain != null && signature.equals(chain.signature()));
    }

    private synchronized AsyncJob nextDue(long moment) {
        Waiting first = waiting.peek();
        return first == null || first.job().due() > moment ? null : first.job();
    }

    private synchronized AsyncJob takeDue() {
        AsyncJob job = nextDue(org.now());
        if (job != null) {
            waiting.remove();
        }
        return job;
    }

    private void runDue() {
        for (AsyncJob job = takeDue(); job != null; job = takeDue()) {
            run(job);
        }
        wakeForNext();
    }

    /** Nobody waits for a job, so its failure is printed; whatever it was, the next one runs. */
    private void run(AsyncJob job) {
        if (!JobRecords.isWaiting(new DataView(org.data()), job.id())) {
            return;
        }
        try {
            JobRun run = new JobRun(org, null, job);
            Throwable problem = run.run();
            if (advancing != null) {
                advancing.addAll(run.transactions());
            }
            if (problem != null) {
                System.err.println(job.className() + " failed: " + problem);
            }
        } catch (RuntimeException | Error e) {
            e.printStackTrace(); // a fault of the engine itself: standard error is for people
        }
    }

    /**
     * Moves the org's clock ahead. Each job that falls due meanwhile runs with the clock at its time; the answer comes
     * when all have ended and their events have arrived, and holds their transactions.
     */
    public List<Transaction> advance(long milliseconds) {
        long target = org.now() + milliseconds;
        List<Transaction> transactions = new ArrayList<>();
        Runnable advance = () -> {
            advancing = transactions;
            for (AsyncJob job = nextDue(target); job != null; job = nextDue(target)) {
                org.moveClockTo(job.due());
                runDue();
            }
            org.moveClockTo(target);
            wakeForNext();
            advancing = null;
        };
        CompletableFuture.runAsync(advance, thread).join();
        CompletableFuture.runAsync(() -> {}, org::later).join();
        return transactions;
    }

    /** Nothing that waits will run any more; returns when the job that runs has ended. */
    void close() throws InterruptedException {
        synchronized (this) {
            waiting.clear();
            thread.shutdown();
        }
        thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }
}
