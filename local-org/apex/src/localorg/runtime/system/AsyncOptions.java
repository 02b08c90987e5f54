package localorg.runtime.system;

/** Apex Reference, AsyncOptions Class. */
public class AsyncOptions {

    public Integer MaximumQueueableStackDepth;
    public Integer MinimumQueueableDelayInMinutes;
}
