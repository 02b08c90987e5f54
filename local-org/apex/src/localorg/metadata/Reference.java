package localorg.metadata;

/**
 * Where a lookup or master-detail field points.
 *
 * @param object the object; of several possible ones that which matters here
 * @param several whether records of other objects may stand in it
 * @param onDelete what becomes of the record when the other is deleted
 * @param reparentable whether it may point elsewhere later
 */
public record Reference(String object, boolean several, OnDelete onDelete, boolean reparentable) {
    /** Metadata API, CustomField: deleteConstraint. UNKNOWN for a standard field that the engine knows nothing about. */
    public enum OnDelete {
        CASCADE,
        CLEAR,
        RESTRICT,
        UNKNOWN
    }

    static Reference standard(String object, OnDelete onDelete) {
        return new Reference(object, false, onDelete, true);
    }

    /** A custom field of type Lookup, MasterDetail or MetadataRelationship. */
    static Reference read(Xml field, String type) {
        String object = field.text("referenceTo", type.equals("MetadataRelationship") ? "EntityDefinition" : null);
        if (object == null) {
            return null;
        }
        if (type.equals("MasterDetail")) {
            return new Reference(object, false, OnDelete.CASCADE, field.flag("reparentableMasterDetail"));
        }
        OnDelete onDelete = switch (field.text("deleteConstraint", "SetNull")) {
            case "Cascade" -> OnDelete.CASCADE;
            case "Restrict" -> OnDelete.RESTRICT;
            default -> OnDelete.CLEAR;
        };
        return new Reference(object, false, onDelete, true);
    }
}
