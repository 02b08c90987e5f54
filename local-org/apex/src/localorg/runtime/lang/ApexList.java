package localorg.runtime.lang;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import localorg.linking.ApexType;
import localorg.runtime.Heap;
import localorg.runtime.exception.FinalException;
import localorg.runtime.exception.ListException;
import localorg.runtime.exception.QueryException;
import localorg.runtime.schema.SObjectType;
import localorg.runtime.system.Comparator;
import localorg.runtime.system.Iterable;
import localorg.runtime.system.Iterator;

/** Apex Reference, List Class. The last constructor argument is the list's type, which linking adds. */
public class ApexList implements Iterable {

    private final List<Object> items = new ArrayList<>();
    private final ApexType type;
    private boolean readOnly;

    public ApexList(String internalType) {
        this(ApexType.ofInternalName(internalType));
    }

    /** new Integer[5]: that many nulls. */
    public ApexList(Integer size, String internalType) {
        this(internalType);
        for (int i = 0; i < size; i++) {
            items.add(null);
        }
    }

    public ApexList(ApexType type) {
        this.type = type;
    }

    public static ApexList of(Collection<?> items) {
        return of(items, ApexType.OBJECT);
    }

    public static ApexList of(Collection<?> items, ApexType element) {
        ApexList list = new ApexList(new ApexType("com/salesforce/api/fast/List", List.of(element)));
        list.items.addAll(items);
        return list;
    }

    public static ApexList ofStrings(Collection<String> items) {
        return of(items, ApexType.ofInternalName("java/lang/String"));
    }

    public static ApexList ofRecords(Collection<SObject> items, String object) {
        return of(items, ApexType.ofInternalName("com/salesforce/api/entity/" + object));
    }

    /** The items themselves, for the runtime library. */
    public List<Object> items() {
        return items;
    }

    public ApexType type() {
        return type;
    }

    private int checked(Integer index) {
        if (index == null) {
            throw new NullPointerException();
        }
        if (index < 0 || index >= items.size()) {
            throw new ListException("List index out of bounds: " + index);
        }
        return index;
    }

    private void checkWritable() {
        if (readOnly) {
            throw new FinalException("Collection is read-only");
        }
    }

    public Object add(Object item) {
        checkWritable();
        items.add(item);
        Heap.grown(this, items.size());
        return null;
    }

    public void addNoReturn(Object item) {
        add(item);
    }

    public void add(Integer index, Object item) {
        checkWritable();
        if (index < 0 || index > items.size()) {
            throw new ListException("List index out of bounds: " + index);
        }
        items.add(index, item);
    }

    public void addAll(Object source) {
        checkWritable();
        items.addAll(new ArrayList<>(Collections.itemsOf(source))); // a copy, since the source may be this very list
    }

    public void clear() {
        checkWritable();
        items.clear();
    }

    public Object clone() {
        return of(items, type.first());
    }

    public Boolean contains(Object item) {
        return indexOf(item) >= 0;
    }

    public Object deepClone() {
        return deepClone(false, false, false);
    }

    public Object deepClone(Boolean preserveId) {
        return deepClone(preserveId, false, false);
    }

    public Object deepClone(Boolean preserveId, Boolean preserveTimestamps) {
        return deepClone(preserveId, preserveTimestamps, false);
    }

    /** Copies the records as well. */
    public Object deepClone(Boolean preserveId, Boolean preserveTimestamps, Boolean preserveAutonumber) {
        List<Object> copies = new ArrayList<>();
        for (Object item : items) {
            copies.add(
                item instanceof SObject record
                    ? SObjectMethods.clone(record, preserveId, true, preserveTimestamps, preserveAutonumber)
                    : item
            );
        }
        return of(copies, type.first());
    }

    public Object get(Integer index) {
        return items.get(checked(index));
    }

    public Object getBytecode(Integer index) {
        return get(index);
    }

    /**
     * The record of a query that is assigned to a single record (Apex Developer Guide, Using SOQL Queries That Return
     * One Record).
     */
    public SObject getFirstSObjectBytecode(String object) {
        if (items.isEmpty()) {
            throw new QueryException("List has no rows for assignment to SObject");
        }
        return getFirstSObjectOrNullBytecode(object);
    }

    public SObject getFirstSObjectOrNullBytecode(String object) {
        if (items.size() > 1) {
            throw new QueryException("List has more than 1 row for assignment to SObject");
        }
        return items.isEmpty() ? null : (SObject) items.get(0);
    }

    /** The left side of ?? when it is a query for one record. */
    public ApexList isNullishForNCO() {
        return items.isEmpty() ? null : this;
    }

    public Object getSObjectType() {
        return type.first().isSObject() && !type.first().objectName().equals("SObject")
            ? SObjectType.of(type.first().objectName())
            : null;
    }

    public Integer indexOf(Object item) {
        for (int i = 0; i < items.size(); i++) {
            if (Equality.areEqual(items.get(i), item)) {
                return i;
            }
        }
        return -1;
    }

    public Boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public Iterator iterator() {
        return Collections.iterator(items);
    }

    public void readonly() {
        readOnly = true;
    }

    public Object remove(Integer index) {
        checkWritable();
        return items.remove(checked(index));
    }

    public void set(Integer index, Object item) {
        checkWritable();
        items.set(checked(index), item);
    }

    public void setBytecode(Integer index, Object item) {
        set(index, item);
    }

    public Integer size() {
        return items.size();
    }

    public void sort() {
        items.sort(Equality::compare);
    }

    public void sort(Comparator comparator) {
        items.sort(comparator::compare);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ApexList list) || list.items.size() != items.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!Equality.areEqual(items.get(i), list.items.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "(", ")");
        items.forEach(item -> text.add(item == this ? "(already output)" : Text.element(item)));
        return text.toString();
    }
}
