package localorg.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import localorg.linking.ApexType;
import localorg.metadata.ChildRelationship;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Conversions;
import localorg.runtime.Transaction;
import localorg.runtime.exception.JSONException;
import localorg.runtime.lang.SObject;

/** JSON objects as records (Apex Reference, JSON.deserialize): fields, parents and the children of sub-queries; names that the object lacks are ignored. */
final class JsonRecords {

    private JsonRecords() {}

    static SObject read(JsonReader reader, JsonParser json, ApexType type) throws IOException {
        JsonReader.expect(json, JsonToken.START_OBJECT, type);
        SObject record = SObject.of(type.objectName().equals("SObject") ? typeOf(json) : type.objectName());
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            FieldDefinition field = record.definition().field(name);
            FieldDefinition relationship = record.definition().relationship(name);
            if (field != null) {
                record.values().put(field.name(), Conversions.toField(field, fieldValue(reader, json, field)));
            } else if (relationship != null) {
                record
                    .values()
                    .put(
                        relationship.relationshipName(),
                        reader.value(
                            json,
                            ApexType.ofInternalName("com/salesforce/api/entity/" + relationship.referenceTo())
                        )
                    );
            } else if (record.definition().child(name) != null) {
                ChildRelationship children = record.definition().child(name);
                record.addChildren(children.name(), children(reader, json, children.object()));
            } else {
                json.skipChildren();
            }
        }
        return record;
    }

    // Imitates: a record of any type says which it has, before its fields — JSON.serialize, which writes it so (likely: the exception without it) [L]
    /** {"attributes": {"type": "Account"}, …}: the type, and the parser behind it. */
    private static String typeOf(JsonParser json) throws IOException {
        String type = null;
        if ("attributes".equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                boolean here = json.currentName().equals("type");
                json.nextToken();
                type = here ? json.getText() : type;
                json.skipChildren();
            }
        }
        ObjectDefinition object = type == null ? null : Transaction.current().org().metadata().object(type);
        if (object == null) {
            throw new JSONException("Expected attributes with the type of the sObject before its fields");
        }
        return object.name();
    }

    /** The records of a sub-query: {"totalSize": 1, "done": true, "records": […]}. */
    private static List<SObject> children(JsonReader reader, JsonParser json, String object) throws IOException {
        ApexType type = ApexType.ofInternalName("com/salesforce/api/entity/" + object);
        JsonReader.expect(json, JsonToken.START_OBJECT, type);
        List<SObject> records = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean here = json.currentName().equals("records");
            json.nextToken();
            if (here) {
                JsonReader.expect(json, JsonToken.START_ARRAY, JsonReader.ANY_LIST);
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    records.add(read(reader, json, type));
                }
            } else {
                json.skipChildren();
            }
        }
        return records;
    }

    private static Object fieldValue(JsonReader reader, JsonParser json, FieldDefinition field) throws IOException {
        ApexType type = switch (field.type()) {
            case "DateTime" -> ApexType.ofApexName("Datetime");
            case "Date" -> ApexType.ofApexName("Date");
            case "Blob" -> ApexType.ofApexName("Blob");
            default -> ApexType.OBJECT;
        };
        return reader.value(json, type);
    }
}
