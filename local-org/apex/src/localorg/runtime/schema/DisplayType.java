package localorg.runtime.schema;

import localorg.metadata.FieldDefinition;

/** Apex Reference, Schema.DisplayType Enum. */
public enum DisplayType {
    ADDRESS,
    ANYTYPE,
    BASE64,
    BOOLEAN,
    COMBOBOX,
    CURRENCY,
    DATE,
    DATETIME,
    DOUBLE,
    EMAIL,
    ENCRYPTEDSTRING,
    ID,
    INTEGER,
    LONG,
    MULTIPICKLIST,
    PERCENT,
    PHONE,
    PICKLIST,
    REFERENCE,
    STRING,
    TEXTAREA,
    TIME,
    URL;

    static DisplayType of(FieldDefinition field) {
        return switch (field.type()) {
            case "Checkbox" -> BOOLEAN;
            case "Currency" -> CURRENCY;
            case "Date" -> DATE;
            case "DateTime" -> DATETIME;
            case "Number", "Double" -> DOUBLE;
            case "Integer" -> INTEGER;
            case "Email" -> EMAIL;
            case "EncryptedText" -> ENCRYPTEDSTRING;
            case "Id" -> ID;
            case "Lookup", "MasterDetail", "MetadataRelationship" -> REFERENCE;
            case "LongTextArea", "TextArea", "Html" -> TEXTAREA;
            case "Percent" -> PERCENT;
            case "Phone" -> PHONE;
            case "Picklist" -> PICKLIST;
            case "MultiselectPicklist" -> MULTIPICKLIST;
            case "Url" -> URL;
            case "Blob" -> BASE64;
            default -> STRING;
        };
    }
}
