package localorg.metadata;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An object of the org: standard, custom, custom metadata type or platform event. */
public final class ObjectDefinition {

    private static final Set<String> PEOPLE = Set.of("Contact", "Lead", "User");

    private final String name;
    private final String label;
    private final String pluralLabel;
    private final String sharingModel;
    private final String publishBehavior;
    private final Map<String, FieldDefinition> fields = new TreeMap<>(AnyCase.ORDER);
    private final Map<String, FieldDefinition> relationships = new TreeMap<>(AnyCase.ORDER);
    private final Map<String, String> numberFormats = new TreeMap<>(AnyCase.ORDER);

    private final Map<String, ChildRelationship> children = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String customSettingsType;

    public ObjectDefinition(
        String name,
        String label,
        String pluralLabel,
        String sharingModel,
        String publishBehavior
    ) {
        this.name = name;
        this.label = label;
        this.pluralLabel = pluralLabel;
        this.sharingModel = sharingModel;
        this.publishBehavior = publishBehavior;
    }

    public void add(FieldDefinition field) {
        fields.put(field.name(), field);
        if (field.isReference()) {
            relationships.put(field.relationshipName(), field);
        }
    }

    /** The display format of an AutoNumber field is like OPL-{0000}. */
    void add(FieldDefinition field, String displayFormat) {
        add(field);
        if (field.type().equals("AutoNumber")) {
            numberFormats.put(field.name(), displayFormat == null ? "{0}" : displayFormat);
        }
    }

    /** The display formats of the AutoNumber fields by field name. */
    public Map<String, String> numberFormats() {
        return numberFormats;
    }

    public void add(ChildRelationship relationship) {
        children.put(relationship.name(), relationship);
    }

    /** The child relationship with that name in any case, or null. */
    public ChildRelationship child(String relationshipName) {
        return children.get(relationshipName);
    }

    /** The standard lookup behind a parent's list: the only one, or that of the usual name; null when that is open. */
    String lookupTo(String parent) {
        List<String> lookups = fields
            .values()
            .stream()
            .filter(field -> !field.custom() && parent.equals(field.referenceTo()))
            .map(FieldDefinition::name)
            .toList();
        return lookups.size() == 1
            ? lookups.get(0)
            : Stream.of(parent + "Id", "ParentId")
                  .filter(lookups::contains)
                  .findFirst()
                  .orElse(null);
    }

    public Collection<ChildRelationship> children() {
        return children.values();
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    public String pluralLabel() {
        return pluralLabel;
    }

    /** The field with that name in any case, or null. */
    public FieldDefinition field(String fieldName) {
        return fields.get(fieldName);
    }

    /** Whether nobody but the platform gives a field a value; the name of a person is put together from two others. */
    public boolean isReadOnly(FieldDefinition field) {
        return field.isReadOnly() || (field.name().equals("Name") && PEOPLE.contains(name));
    }

    /** The reference field behind a relationship name, or null. */
    public FieldDefinition relationship(String relationshipName) {
        return relationships.get(relationshipName);
    }

    public Collection<FieldDefinition> fields() {
        return fields.values();
    }

    void makeCustomSetting(String type) {
        customSettingsType = type;
    }

    /** Hierarchy or List for a custom setting, else null. */
    public String customSettingsType() {
        return customSettingsType;
    }

    public boolean isCustom() {
        return name.contains("__");
    }

    public boolean isCustomMetadata() {
        return isCustomMetadata(name);
    }

    public static boolean isCustomMetadata(String object) {
        return object.toLowerCase(Locale.ROOT).endsWith("__mdt");
    }

    public boolean isPlatformEvent() {
        return isPlatformEvent(name);
    }

    public static boolean isPlatformEvent(String object) {
        return object.toLowerCase(Locale.ROOT).endsWith("__e");
    }

    /** Platform Events Developer Guide: the publish behaviour is set on the event's definition. */
    public boolean isPublishedImmediately() {
        return "PublishImmediately".equals(publishBehavior);
    }

    /** Sharing only restricts what the organisation-wide default leaves private. */
    public boolean isPrivate() {
        return "Private".equals(sharingModel);
    }

    public boolean isReadOnlyForOthers() {
        return isPrivate() || "Read".equals(sharingModel);
    }
}
