package localorg.runtime.system;

/** Apex Reference, Comparable Interface. */
public interface Comparable {
    Integer compareTo(Object other);
}
