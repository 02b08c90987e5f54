package localorg.runtime.system;

/** Apex Reference, Schedulable Interface. */
public interface Schedulable {
    void execute(SchedulableContext context);
}
