package localorg.metadata;

import java.util.Map;
import java.util.Set;

/**
 * A field of an object.
 *
 * @param type the metadata type: Text, Checkbox, Number, DateTime, Lookup …; of a roll-up that of its result
 * @param precision digits of a number, 0 when it is not limited
 * @param scale digits after the decimal point of a number
 * @param reference where a lookup points, else null
 * @param defaultValue the formula text of the default, else null
 * @param calculated a formula or a roll-up
 */
public record FieldDefinition(
    String name,
    String label,
    String type,
    int length,
    int precision,
    int scale,
    boolean required,
    boolean unique,
    boolean caseSensitive,
    boolean externalId,
    Reference reference,
    String defaultValue,
    Picklist picklist,
    boolean calculated,
    boolean custom
) {
    /** System fields, which the platform alone sets. */
    private static final Set<String> READ_ONLY = Set.of(
        "CreatedDate",
        "CreatedById",
        "LastModifiedDate",
        "LastModifiedById",
        "SystemModstamp",
        "IsDeleted"
    );

    public FieldDefinition {
        name = name.intern(); // as the names in classes are, by which rows are asked
    }

    public static FieldDefinition standard(String name, String type, Reference reference) {
        return standard(name, name, type, 255, false, reference, Picklist.NONE);
    }

    static FieldDefinition standard(
        String name,
        String label,
        String type,
        int length,
        boolean required,
        Reference reference,
        Picklist picklist
    ) {
        return new FieldDefinition(
            name,
            label,
            type,
            length,
            0,
            0,
            required,
            false,
            false,
            name.equals("Id"),
            reference,
            null,
            picklist,
            false,
            false
        );
    }

    public boolean isReference() {
        return reference != null;
    }

    /** The object a lookup points to, else null. */
    public String referenceTo() {
        return reference == null ? null : reference.object();
    }

    /** Owner for OwnerId, Parent__r for Parent__c; null for a field that is no reference. */
    public String relationshipName() {
        if (!isReference()) {
            return null;
        }
        return custom ? name.replaceFirst("__c$", "__r") : name.replaceFirst("Id$", "");
    }

    /** Whether a new record has a value in it that Apex has not set; a checkbox always has one. */
    public boolean hasDefault() {
        boolean given = defaultValue != null || picklist.defaultValue() != null;
        return !calculated && (given || type.equals("Checkbox"));
    }

    /** Whether nobody but the platform gives it a value. */
    public boolean isReadOnly() {
        return calculated || type.equals("AutoNumber") || (!custom && READ_ONLY.contains(name));
    }

    /** Whether an update may change it. */
    public boolean isChangeable() {
        return !isReadOnly() && !name.equals("Id") && (reference == null || reference.reparentable());
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

    public Map<String, String> picklistLabels() {
        return picklist.labels();
    }
}
