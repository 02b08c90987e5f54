package localorg.runtime.system;

/** Apex Reference, Comparator Interface. */
public interface Comparator {
    Integer compare(Object first, Object second);
}
