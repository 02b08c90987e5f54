package localorg.runtime.system;

/** Apex Reference, Finalizer Interface. */
public interface Finalizer {
    void execute(FinalizerContext context);
}
