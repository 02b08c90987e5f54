package localorg.runtime.lang;

import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import localorg.runtime.exception.FinalException;
import localorg.runtime.exception.NoSuchElementException;
import localorg.runtime.system.Iterable;
import localorg.runtime.system.Iterator;

/** What lists and sets share. Apex Reference, List Class and Set Class: addAll, contains, equals, hashCode. */
final class Collections {

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

    static Iterator iterator(Collection<Object> items) {
        java.util.Iterator<Object> iterator = items.iterator();
        return new Iterator() {
            @Override
            public Boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public Object next() {
                try {
                    return iterator.next();
                } catch (ConcurrentModificationException e) {
                    throw new FinalException("Cannot modify a collection while it is being iterated.");
                } catch (java.util.NoSuchElementException e) {
                    throw new NoSuchElementException();
                }
            }
        };
    }
}
