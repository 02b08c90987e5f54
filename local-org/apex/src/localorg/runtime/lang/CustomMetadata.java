package localorg.runtime.lang;

import java.util.LinkedHashMap;
import java.util.Map;
import localorg.linking.ApexType;
import localorg.metadata.AnyCaseMap;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Transaction;

/**
 * The records of a custom metadata type without SOQL (Apex Reference, Custom Metadata Type Methods). They are read
 * whatever the user's
 * permissions; long text is cut to 255 characters, for which the reference sends one to SOQL.
 */
final class CustomMetadata {

    // Imitates: getAll and getInstance cut long text to 255 characters — Apex Reference, Custom Metadata Type Methods [C]
    private static final int LONGEST = 255;

    private CustomMetadata() {}

    static ApexMap all(String type) {
        Map<String, SObject> records = new LinkedHashMap<>();
        Transaction.current()
            .data()
            .rows(type)
            .forEach(row -> records.put((String) row.get("DeveloperName"), record(type, row)));
        return ApexMap.of(
            records,
            ApexType.ofApexName("String"),
            ApexType.ofInternalName("com/salesforce/api/entity/" + type)
        );
    }

    static SObject find(String type, String name) {
        if (name == null) {
            return null;
        }
        return Transaction.current()
            .data()
            .rows(type)
            .stream()
            .filter(
                row ->
                    name.equalsIgnoreCase((String) row.get("DeveloperName")) ||
                    row.get("Id").equals(ApexId.ofNullable(name))
            )
            .findFirst()
            .map(row -> record(type, row))
            .orElse(null);
    }

    /** All fields are there, those without a value as null. */
    private static SObject record(String type, Map<String, Object> row) {
        ObjectDefinition definition = Transaction.current().org().metadata().object(type);
        Map<String, Object> values = new AnyCaseMap<>();
        for (FieldDefinition field : definition.fields()) {
            Object value = row.get(field.name());
            values.put(
                field.name(),
                value instanceof String text && text.length() > LONGEST ? text.substring(0, LONGEST) : value
            );
        }
        return SObject.queried(type, values);
    }
}
