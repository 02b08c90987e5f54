package localorg.runtime;

import localorg.runtime.lang.ApexId;
import localorg.runtime.system.Quiddity;

/**
 * Work that Apex left for later: a queueable, a future method, a batch, a scheduled class.
 *
 * @param id the row of AsyncApexJob
 * @param due the moment on the org's clock before which it does not run
 * @param callouts whether its Apex may call out
 * @param chain its place in a chain of queueables, null for the others
 */
public record AsyncJob(
    ApexId id,
    Quiddity kind,
    String className,
    OrgUser user,
    long due,
    boolean callouts,
    Chain chain,
    Work work
) {
    /** A queueable that another one has enqueued. */
    public boolean isChained() {
        return chain != null && chain.depth() > 1;
    }

    /** What it does, part by part. */
    public interface Work {
        void run(JobRun run);
    }

    /**
     * A queueable's place in its chain.
     *
     * @param depth 1 for the first
     * @param maximum how deep the chain may get, null when nobody said
     * @param failures how often in a row a finalizer has tried again
     * @param signature refuses another like it while this one waits, or null
     */
    public record Chain(int depth, Integer maximum, int delayMinutes, int failures, String signature) {}
}
