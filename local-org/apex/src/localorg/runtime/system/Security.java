package localorg.runtime.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import localorg.data.Access;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Transaction;
import localorg.runtime.exception.NoAccessException;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.SObject;
import localorg.runtime.lang.SObjectMethods;

/** Apex Reference, Security Class. */
public class Security {

    public static SObjectAccessDecision stripInaccessible(AccessType type, ApexList records) {
        return stripInaccessible(type, records, true);
    }

    /** Copies of the records without the fields that the user may not use. */
    public static SObjectAccessDecision stripInaccessible(AccessType type, ApexList records, Boolean enforceObject) {
        Transaction transaction = Transaction.current();
        Access access = new Access(transaction.org().metadata(), transaction.user());
        Map<String, Set<String>> removed = new TreeMap<>();
        Set<Integer> modified = new TreeSet<>();
        List<SObject> copies = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            SObject record = (SObject) records.get(i);
            ObjectDefinition object = record.definition();
            if (enforceObject && !mayUse(access, type, object)) {
                throw new NoAccessException("No access to entity: " + object.name());
            }
            SObject copy = (SObject) SObjectMethods.clone(record, true, true, true, true);
            for (String name : List.copyOf(copy.values().keySet())) {
                FieldDefinition field = object.field(name);
                boolean allowed =
                    field == null ||
                    field.name().equals("Id") ||
                    (type == AccessType.READABLE ? access.mayRead(object, field) : access.mayEdit(object, field));
                if (!allowed) {
                    copy.values().remove(name);
                    removed.computeIfAbsent(object.name(), key -> new TreeSet<>()).add(name);
                    modified.add(i);
                }
            }
            copies.add(copy);
        }
        return new SObjectAccessDecision(ApexList.of(copies, records.type().first()), removed, modified);
    }

    private static boolean mayUse(Access access, AccessType type, ObjectDefinition object) {
        return switch (type) {
            case READABLE -> access.mayRead(object);
            case CREATABLE -> access.mayCreate(object);
            case UPDATABLE -> access.mayEdit(object);
            case UPSERTABLE -> access.mayCreate(object) && access.mayEdit(object);
        };
    }
}
