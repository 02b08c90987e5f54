package localorg.runtime.lang;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;
import localorg.linking.ApexType;
import localorg.runtime.Heap;
import localorg.runtime.exception.FinalException;
import localorg.runtime.system.Iterable;
import localorg.runtime.system.Iterator;

/** Apex Reference, Set Class. The last constructor argument is the set's type, which linking adds. */
public class ApexSet implements Iterable {

    private final Set<Object> items;
    private final ApexType type;

    public ApexSet(String internalType) {
        this(ApexType.ofInternalName(internalType));
    }

    public ApexSet(Integer capacity, String internalType) {
        this(internalType);
    }

    /** A set of what a list or another set holds. */
    public ApexSet(Object source, String internalType) {
        this(internalType);
        items.addAll(Collections.itemsOf(source));
    }

    public ApexSet(ApexType type) {
        this(type, new LinkedHashSet<>());
    }

    private ApexSet(ApexType type, Set<Object> items) {
        this.type = type;
        this.items = items;
    }

    // Imitates: the keys of a map are a view of it, from which they can be removed but not added to it — salesforce.stackexchange.com, question 207388 [C]
    static ApexSet viewOf(Set<Object> keys, ApexType element) {
        return new ApexSet(new ApexType("com/salesforce/api/fast/Set", List.of(element)), keys);
    }

    static ApexSet of(Collection<?> items, ApexType element) {
        ApexSet set = new ApexSet(new ApexType("com/salesforce/api/fast/Set", List.of(element)));
        set.items.addAll(items);
        return set;
    }

    public static ApexSet ofStrings(Collection<String> items) {
        return of(items, ApexType.ofInternalName("java/lang/String"));
    }

    /** The items themselves, for the runtime library. */
    public Collection<Object> items() {
        return items;
    }

    public ApexType type() {
        return type;
    }

    public Boolean add(Object item) {
        boolean added = changed(() -> items.add(Collections.element(type.first(), item)));
        if (added) {
            Heap.grown(this, items.size());
        }
        return added;
    }

    public Boolean addAll(Object source) {
        return changed(() -> items.addAll(new ArrayList<>(Collections.itemsOf(source))));
    }

    private static boolean changed(BooleanSupplier addition) {
        try {
            return addition.getAsBoolean();
        } catch (UnsupportedOperationException e) {
            throw new FinalException("Collection is read-only");
        }
    }

    public void clear() {
        items.clear();
    }

    public Object clone() {
        return of(items, type.first());
    }

    public Boolean contains(Object item) {
        return items.contains(Collections.element(type.first(), item));
    }

    public Boolean containsAll(Object source) {
        return items.containsAll(Collections.itemsOf(source));
    }

    public Boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public Iterator iterator() {
        return Collections.iterator(items);
    }

    public Boolean remove(Object item) {
        return items.remove(Collections.element(type.first(), item));
    }

    public Boolean removeAll(Object source) {
        return items.removeAll(new HashSet<>(Collections.itemsOf(source)));
    }

    public Boolean retainAll(Object source) {
        return items.retainAll(new HashSet<>(Collections.itemsOf(source)));
    }

    public Integer size() {
        return items.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApexSet set && set.items.equals(items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        items.forEach(item -> text.add(Text.element(item)));
        return text.toString();
    }
}
