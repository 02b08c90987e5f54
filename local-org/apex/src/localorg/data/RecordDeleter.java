package localorg.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import localorg.metadata.AnyCase;
import localorg.metadata.AnyCaseMap;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.Reference;
import localorg.runtime.Transaction;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.ApexId;

/** What a deletion does to the records that point to the deleted one, and its undoing. */
final class RecordDeleter {

    /** A lookup of another object. */
    private record Lookup(ObjectDefinition object, FieldDefinition field) {}

    /** What was deleted along with a record, or had its lookup cleared: then field names it. */
    private record Along(ObjectDefinition object, ApexId id, String field) {}

    private final Transaction transaction;
    private final DataView data;
    private final Map<String, List<Lookup>> lookups = new TreeMap<>(AnyCase.ORDER);

    RecordDeleter(Transaction transaction) {
        this.transaction = transaction;
        this.data = transaction.data();
    }

    // Imitates: a lookup that forbids it keeps the record it points to from being deleted — Metadata API: CustomField, deleteConstraint (likely: the text) [C]
    /** Why the record cannot be deleted, or null. */
    String obstacle(ObjectDefinition object, ApexId id) {
        return obstacle(object, id, new HashSet<>(Set.of(id)));
    }

    private String obstacle(ObjectDefinition object, ApexId id, Set<ApexId> seen) {
        for (Lookup lookup : lookupsTo(object)) {
            for (ApexId child : pointingTo(lookup, id)) {
                String problem = switch (lookup.field.reference().onDelete()) {
                    case RESTRICT -> "Your attempt to delete " +
                        data.row(object.name(), id).getOrDefault("Name", id) +
                        " could not be completed because it is associated with a " +
                        lookup.object.label() +
                        ": " +
                        child;
                    case CASCADE -> seen.add(child) ? obstacle(lookup.object, child, seen) : null;
                    case CLEAR -> null;
                    case UNKNOWN -> throw UncatchableException.notImitated(
                        "the deletion of a record that " +
                            lookup.object.name() +
                            "." +
                            lookup.field.name() +
                            " points to"
                    );
                };
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    // Imitates: details are deleted with their master and come back with it, other lookups are cleared and come back; no trigger runs for them — Apex Developer Guide, Deleting Records, Operations That Don't Invoke Triggers; Metadata API: CustomField, deleteConstraint [C]
    void delete(ObjectDefinition object, ApexId id) {
        List<Along> along = new ArrayList<>();
        data.putIntoRecycleBin(object.name(), id, along);
        for (Lookup lookup : lookupsTo(object)) {
            boolean cascade = lookup.field.reference().onDelete() == Reference.OnDelete.CASCADE;
            for (ApexId child : pointingTo(lookup, id)) {
                if (cascade) {
                    delete(lookup.object, child);
                } else {
                    set(lookup.object.name(), child, lookup.field.name(), null);
                }
                along.add(new Along(lookup.object, child, cascade ? null : lookup.field.name()));
            }
        }
    }

    // Imitates: a detail whose master is deleted counts as not in the recycle bin — Salesforce Help, Unable to Restore a Deleted Salesforce Record from the Recycle Bin [C]
    // Not imitated: a detail that was deleted before its master never comes back — here it does once the master is back
    boolean mayComeBack(ObjectDefinition object, ApexId id) {
        return data.isInRecycleBin(object.name(), id) && hasMasters(object, data.anyRow(object.name(), id));
    }

    private boolean hasMasters(ObjectDefinition object, Map<String, Object> row) {
        return object
            .fields()
            .stream()
            .filter(field -> field.type().equals("MasterDetail"))
            .allMatch(field -> data.row(field.referenceTo(), (ApexId) row.get(field.name())) != null);
    }

    void undelete(ObjectDefinition object, ApexId id) {
        Object taken = data.takeFromRecycleBin(object.name(), id);
        for (Object item : taken instanceof List<?> list ? list : List.of()) {
            Along along = (Along) item;
            Map<String, Object> row = data.row(along.object.name(), along.id);
            if (along.field == null && mayComeBack(along.object, along.id)) {
                undelete(along.object, along.id);
            } else if (along.field != null && row != null && row.get(along.field) == null) {
                set(along.object.name(), along.id, along.field, id);
            }
        }
    }

    private void set(String object, ApexId id, String field, Object value) {
        Map<String, Object> row = new AnyCaseMap<>(data.row(object, id));
        row.put(field, value);
        data.put(object, id, row);
    }

    private List<ApexId> pointingTo(Lookup lookup, ApexId id) {
        return data.index().pointingTo(lookup.object, lookup.field, id);
    }

    private List<Lookup> lookupsTo(ObjectDefinition target) {
        return lookups.computeIfAbsent(target.name(), name -> {
            List<Lookup> found = new ArrayList<>();
            for (ObjectDefinition object : transaction.org().metadata().knownObjects()) {
                for (FieldDefinition field : object.fields()) {
                    if (field.isReference() && mayPointTo(field, name)) {
                        found.add(new Lookup(object, field));
                    }
                }
            }
            return found;
        });
    }

    /** A field for records of several objects may hold any, but an owner is a user or a queue. */
    private static boolean mayPointTo(FieldDefinition field, String object) {
        return (
            field.referenceTo().equalsIgnoreCase(object) ||
            (field.reference().several() && !field.name().equals("OwnerId"))
        );
    }
}
