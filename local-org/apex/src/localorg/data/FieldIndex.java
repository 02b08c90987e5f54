package localorg.data;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import localorg.metadata.AnyCase;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.lang.ApexId;

/**
 * Finds rows by the values of unique fields and lookups while records are saved or deleted, so that the last of many
 * costs what the first does. Rows that have changed meanwhile stay in it and are looked at again.
 */
final class FieldIndex {

    private final DataView data;
    /** By object and field. */
    private final Map<String, Map<String, Map<Object, Set<ApexId>>>> found = new TreeMap<>(AnyCase.ORDER);

    FieldIndex(DataView data) {
        this.data = data;
    }

    /** Another row with the same value, or null. */
    ApexId duplicate(ObjectDefinition object, FieldDefinition field, Map<String, Object> values, ApexId self) {
        Object value = values.get(field.name());
        if (value == null) {
            return null;
        }
        return idsWith(object, field, value)
            .filter(id -> !id.equals(self))
            .findFirst()
            .orElse(null);
    }

    /** The rows whose lookup holds an Id. */
    List<ApexId> pointingTo(ObjectDefinition object, FieldDefinition lookup, ApexId id) {
        return idsWith(object, lookup, id).toList();
    }

    private Stream<ApexId> idsWith(ObjectDefinition object, FieldDefinition field, Object value) {
        return idsByValue(object, field)
            .getOrDefault(similar(value), Set.of())
            .stream()
            .filter(id -> isSame(object, field, id, value));
    }

    private boolean isSame(ObjectDefinition object, FieldDefinition field, ApexId id, Object value) {
        Map<String, Object> row = data.row(object.name(), id);
        return row != null && FieldRules.isSameKey(field, row.get(field.name()), value);
    }

    /** Takes in a row that has changed; null for one that is gone. */
    void take(String object, ApexId id, Map<String, Object> row) {
        Map<String, Map<Object, Set<ApexId>>> fields = row == null ? null : found.get(object);
        if (fields != null) {
            fields.forEach((field, ids) -> add(ids, row.get(field), id));
        }
    }

    /** Rows are as they were before, or others' may come: all is read again. */
    void clear() {
        found.clear();
    }

    private static void add(Map<Object, Set<ApexId>> ids, Object value, ApexId id) {
        if (value != null) {
            ids.computeIfAbsent(similar(value), key -> new LinkedHashSet<>()).add(id);
        }
    }

    private Map<Object, Set<ApexId>> idsByValue(ObjectDefinition object, FieldDefinition field) {
        return found
            .computeIfAbsent(object.name(), name -> new HashMap<>())
            .computeIfAbsent(field.name(), name -> {
                Map<Object, Set<ApexId>> ids = new HashMap<>();
                data.rows(object.name()).forEach(row -> add(ids, row.get(name), (ApexId) row.get("Id")));
                return ids;
            });
    }

    /** Equal for values that may count as the same: unique numbers are few, and all of them may. */
    private static Object similar(Object value) {
        return value instanceof String text
            ? text.strip().toLowerCase(Locale.ROOT)
            : value instanceof ApexId
              ? value
              : "";
    }
}
