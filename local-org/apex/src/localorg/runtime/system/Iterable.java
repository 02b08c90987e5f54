package localorg.runtime.system;

/** Apex Reference, Iterable Interface. */
public interface Iterable {
    Iterator iterator();
}
