package localorg.metadata;

import java.util.Map;

/**
 * A field of an object.
 *
 * @param type the metadata type: Text, Checkbox, Number, DateTime, Lookup …
 * @param scale digits after the decimal point of a number
 * @param referenceTo the object a lookup points to, else null
 * @param defaultValue the formula text of the default, else null
 * @param picklistLabels label by value, in the order of the metadata
 */
public record FieldDefinition(
    String name,
    String label,
    String type,
    int length,
    int scale,
    boolean required,
    boolean unique,
    boolean caseSensitive,
    boolean externalId,
    String referenceTo,
    String defaultValue,
    Map<String, String> picklistLabels,
    boolean custom
) {
    public FieldDefinition {
        name = name.intern(); // as the names in classes are, by which rows are asked
    }

    public static FieldDefinition standard(String name, String type, String referenceTo) {
        return new FieldDefinition(
            name,
            name,
            type,
            255,
            0,
            false,
            false,
            false,
            name.equals("Id"),
            referenceTo,
            null,
            Map.of(),
            false
        );
    }

    public boolean isReference() {
        return referenceTo != null;
    }

    /** Owner for OwnerId, Parent__r for Parent__c; null for a field that is no reference. */
    public String relationshipName() {
        if (!isReference()) {
            return null;
        }
        return custom ? name.replaceFirst("__c$", "__r") : name.replaceFirst("Id$", "");
    }

    public boolean isText() {
        return switch (type) {
            case
                "Text",
                "TextArea",
                "LongTextArea",
                "Html",
                "Url",
                "Email",
                "Phone",
                "Picklist",
                "EncryptedText",
                "AutoNumber" -> true;
            default -> false;
        };
    }
}
