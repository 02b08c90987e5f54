package localorg.runtime;

/** What the compiler makes of a trigger. */
public interface Trigger {
    void invoke();
}
