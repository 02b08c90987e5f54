package localorg.runtime.system;

/** Apex Reference, Iterable Interface: what a for loop walks through. */
public interface Iterable {
    Iterator iterator();
}
