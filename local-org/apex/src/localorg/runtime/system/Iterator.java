package localorg.runtime.system;

/** Apex Reference, Iterator Interface. */
public interface Iterator {
    Boolean hasNext();

    /** The next item; NoSuchElementException after the last. */
    Object next();
}
