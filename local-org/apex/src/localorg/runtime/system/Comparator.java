package localorg.runtime.system;

/** Apex Reference, Comparator Interface: the order of List.sort(Comparator); it gets nulls as well. */
public interface Comparator {
    Integer compare(Object left, Object right);
}
