package localorg.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.SObject;

/** The lookups of records that are saved. */
final class References {

    private final Transaction transaction;

    References(Transaction transaction) {
        this.transaction = transaction;
    }

    // Imitates: a lookup holds the Id of a record of its object that is not deleted, and a detail keeps its master unless the field says otherwise — Apex Reference, StatusCode Enum; Salesforce Help, Master-Detail Relationships (likely: the texts) [C]
    /** Why the field cannot point there, or null. */
    FieldRules.Refusal refusal(FieldDefinition field, Object before, Object now, boolean exists) {
        if (!(now instanceof ApexId id) || id.equals(before)) {
            return null;
        }
        if (exists && !field.isChangeable()) {
            String text =
                ". Please check the security settings of this field and verify that it is read/write for your profile " +
                "or permission set.";
            return new FieldRules.Refusal(
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                "Unable to create/update fields: " + field.name() + text
            );
        }
        String object = transaction.org().keyPrefixes().objectOf(id.keyPrefix());
        boolean known = object != null;
        if (known && !field.reference().several() && !object.equalsIgnoreCase(field.referenceTo())) {
            String text = field.label() + ": id value of incorrect type: " + id;
            return new FieldRules.Refusal("FIELD_INTEGRITY_EXCEPTION", text);
        }
        boolean isUser = id.equals(ApexId.of(transaction.user().id())); // who may live in memory only, by System.runAs
        return isUser || (known && transaction.data().row(object, id) != null)
            ? null
            : new FieldRules.Refusal("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
    }

    /** The lookups whose relationships, but not their Ids, Apex has set. */
    Map<FieldDefinition, SObject> related(SObject record, ObjectDefinition object) {
        Map<FieldDefinition, SObject> related = Map.of();
        for (Map.Entry<String, Object> entry : record.values().entrySet()) {
            if (entry.getValue() instanceof SObject parent && !parent.isQueried()) {
                FieldDefinition field = object.relationship(entry.getKey());
                if (field != null && !record.values().containsKey(field.name())) {
                    related = related.isEmpty() ? new LinkedHashMap<>() : related; // few records have any
                    related.put(field, parent);
                }
            }
        }
        return related;
    }

    // Imitates: a nested record with an external Id alone says which record a lookup points to — Apex Developer Guide, Relating Records by Using an External ID (likely: the texts) [C]
    /** Fills such a lookup; answers why that cannot be done, or null. */
    FieldRules.Refusal relate(FieldDefinition field, SObject parent, Map<String, Object> values) {
        ObjectDefinition object = parent.definition();
        Set<String> names = parent.values().keySet();
        FieldDefinition key = names.size() == 1 ? object.field(names.iterator().next()) : null;
        if (key == null || !key.externalId()) {
            String text = "An external foreign key reference needs one field, an external ID, in entity: ";
            String found = names
                .stream()
                .sorted()
                .collect(Collectors.joining(", ", " (", ")"));
            return new FieldRules.Refusal("INVALID_FIELD", text + object.name() + found);
        }
        Object wanted = parent.get(key.name());
        List<Map<String, Object>> found = withKey(object, key, wanted);
        if (found.size() != 1) {
            String text = " found for field " + key.name() + " in entity " + object.name();
            String many = found.isEmpty() ? " not" : " more than once";
            return new FieldRules.Refusal("INVALID_FIELD", "Foreign key external ID: " + wanted + many + text);
        }
        Object id = found.get(0).get("Id");
        FieldRules.Refusal refusal = refusal(field, values.get(field.name()), id, values.containsKey("Id"));
        if (refusal == null) {
            values.put(field.name(), id);
        }
        return refusal;
    }

    /** The records that have a key. */
    List<Map<String, Object>> withKey(ObjectDefinition object, FieldDefinition field, Object wanted) {
        return transaction
            .data()
            .rows(object.name())
            .stream()
            .filter(row -> FieldRules.isSameKey(field, row.get(field.name()), wanted))
            .toList();
    }
}
