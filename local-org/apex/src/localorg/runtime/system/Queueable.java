package localorg.runtime.system;

/** Apex Reference, Queueable Interface. */
public interface Queueable {
    void execute(QueueableContext context);
}
