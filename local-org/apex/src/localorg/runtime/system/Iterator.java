package localorg.runtime.system;

/** Apex Reference, Iterator Interface. */
public interface Iterator {
    Boolean hasNext();

    Object next();
}
