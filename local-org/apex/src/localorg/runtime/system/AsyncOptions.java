package localorg.runtime.system;

/** Apex Reference, AsyncOptions Class. */
public class AsyncOptions {

    public QueueableDuplicateSignature DuplicateSignature;
    public Integer MaximumQueueableStackDepth;
    public Integer MinimumQueueableDelayInMinutes;
}
