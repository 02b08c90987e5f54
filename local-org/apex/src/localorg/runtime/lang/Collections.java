package localorg.runtime.lang;

import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import localorg.linking.ApexType;
import localorg.runtime.Conversions;
import localorg.runtime.exception.FinalException;
import localorg.runtime.exception.NoSuchElementException;
import localorg.runtime.system.Iterable;
import localorg.runtime.system.Iterator;

/** What lists and sets share. Apex Reference, List Class and Set Class: addAll, contains, equals, hashCode. */
final class Collections {

    private static final String CHANGED = "Cannot modify a collection while it is being iterated.";

    private Collections() {}

    /** The items of a list, a set or anything that can be iterated. */
    static Collection<Object> itemsOf(Object source) {
        if (source instanceof ApexList list) {
            return list.items();
        }
        if (source instanceof ApexSet set) {
            return set.items();
        }
        List<Object> items = new ArrayList<>();
        Iterator iterator = ((Iterable) source).iterator();
        while (iterator.hasNext()) {
            items.add(iterator.next());
        }
        return items;
    }

    /**
     * An element or a key as the type of its collection, which the compiler does not see to: an Id as text and back, a
     * number as a wider one (Apex Developer Guide, Rules of Conversion).
     */
    static Object element(ApexType type, Object item) {
        return switch (type.name()) {
            case "java/lang/String" -> item instanceof ApexId ? item.toString() : item;
            case "com/force/swag/id/ID" -> item instanceof String text ? ApexId.of(text) : item;
            case "java/lang/Long" -> item instanceof Integer number ? Long.valueOf(number) : item;
            case "java/lang/Double" -> item instanceof Integer || item instanceof Long
                ? Double.valueOf(((Number) item).doubleValue())
                : item;
            case "java/math/BigDecimal" -> item instanceof Number ? Conversions.toDecimal(item) : item;
            default -> item;
        };
    }

    // Imitates: a collection that changes while it is iterated is an error — Apex Developer Guide, Iterating Collections (likely: also after the last element) [C]
    static Iterator iterator(Collection<Object> items) {
        java.util.Iterator<Object> iterator = items.iterator();
        int size = items.size();
        return new Iterator() {
            @Override
            public Boolean hasNext() {
                if (items.size() != size) {
                    throw new FinalException(CHANGED);
                }
                return iterator.hasNext();
            }

            @Override
            public Object next() {
                try {
                    return iterator.next();
                } catch (ConcurrentModificationException e) {
                    throw new FinalException(CHANGED);
                } catch (java.util.NoSuchElementException e) {
                    throw new NoSuchElementException();
                }
            }
        };
    }
}
