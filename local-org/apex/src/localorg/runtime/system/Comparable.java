package localorg.runtime.system;

/** Apex Reference, Comparable Interface: the order of List.sort(). */
public interface Comparable {
    Integer compareTo(Object other);
}
