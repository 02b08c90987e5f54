package localorg.metadata;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A map by names in any case, in the order of the names. Two arrays make it, since rows are such maps: they are many,
 * have few fields and are copied more often than anything else is done to them.
 */
public final class AnyCaseMap<V> extends AbstractMap<String, V> {

    private static final int FIRST_LENGTH = 8;

    private String[] names;
    private Object[] values;
    private int size;

    public AnyCaseMap() {
        names = new String[FIRST_LENGTH];
        values = new Object[FIRST_LENGTH];
    }

    public AnyCaseMap(Map<String, ? extends V> other) {
        this();
        putAll(other);
    }

    /** Where a name is; less than zero when it is not there, and then -1 - the place where it belongs. */
    private int find(Object name) {
        for (int i = 0; i < size; i++) {
            if (names[i] == name) {
                // names are constants of a class, or interned
                return i;
            }
        }
        return Arrays.binarySearch(names, 0, size, (String) name, AnyCase.ORDER);
    }

    @SuppressWarnings("unchecked") // put takes nothing else
    private V value(int place) {
        return (V) values[place];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(Object name) {
        return find(name) >= 0;
    }

    @Override
    public V get(Object name) {
        int place = find(name);
        return place < 0 ? null : value(place);
    }

    @Override
    public V put(String name, V value) {
        // mostly names come in their order
        boolean isLast = size > 0 && AnyCase.ORDER.compare(names[size - 1], name) < 0;
        int found = isLast ? -1 - size : find(name);
        if (found >= 0) {
            V before = value(found);
            values[found] = value;
            return before;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        int place = -1 - found;
        System.arraycopy(names, place, names, place + 1, size - place);
        System.arraycopy(values, place, values, place + 1, size - place);
        names[place] = name;
        values[place] = value;
        size++;
        return null;
    }

    @Override
    public void putAll(Map<? extends String, ? extends V> other) {
        if (size == 0 && other instanceof AnyCaseMap<?> same) {
            names = same.names.clone();
            values = same.values.clone();
            size = same.size;
        } else {
            super.putAll(other);
        }
    }

    @Override
    public V remove(Object name) {
        int place = find(name);
        if (place < 0) {
            return null;
        }
        V before = value(place);
        removeAt(place);
        return before;
    }

    private void removeAt(int place) {
        size--;
        System.arraycopy(names, place + 1, names, place, size - place);
        System.arraycopy(values, place + 1, values, place, size - place);
        names[size] = null;
        values[size] = null;
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, V>> {

        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Map.Entry<String, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int place = next++;
            return new SimpleEntry<>(names[place], value(place)) {
                @Override
                public V setValue(V value) {
                    put(getKey(), value);
                    return super.setValue(value);
                }
            };
        }

        @Override
        public void remove() {
            removeAt(--next);
        }
    }
}
