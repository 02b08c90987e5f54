package localorg.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything of a project's metadata that Apex can see, besides the classes themselves. Names in any case. */
public final class OrgMetadata {

    private static final Reference USER = Reference.standard("User", Reference.OnDelete.UNKNOWN);

    /** Queues own records as well. */
    private static final Reference OWNER = new Reference("User", true, Reference.OnDelete.UNKNOWN, true);

    private final StandardObjects standardObjects;
    private final Map<String, ObjectDefinition> objects = new TreeMap<>(AnyCase.ORDER);
    private final Labels labels;
    private final Map<String, PermissionSet> permissionSets = new TreeMap<>(AnyCase.ORDER);
    private final List<CustomMetadataRecord> records = new ArrayList<>();
    private final Map<String, String> customPermissions = new TreeMap<>(AnyCase.ORDER);
    private final Map<String, StaticResource> staticResources = new LinkedHashMap<>();
    private final List<NotificationType> notificationTypes = new ArrayList<>();

    /** A custom metadata record: text values by field name, null for xsi:nil. */
    public record CustomMetadataRecord(String type, String developerName, String label, Map<String, String> values) {}

    /** A custom notification type. */
    public record NotificationType(String developerName, String name, String label, boolean desktop, boolean mobile) {}

    /** A static resource's body. */
    public record StaticResource(String name, String contentType, Path file) {}

    public OrgMetadata(Project project, StandardObjects standardObjects) throws IOException {
        this.standardObjects = standardObjects;
        for (Path file : project.filesEndingWith(".object-meta.xml")) {
            readObject(file);
        }
        new FieldReader(this::object).read(project);
        for (Path file : project.filesEndingWith(".validationRule-meta.xml")) {
            refuseOfObject(file);
        }
        labels = new Labels(project);
        for (Path file : project.filesEndingWith(".md-meta.xml", ".md")) {
            readRecord(file);
        }
        for (Path file : project.filesEndingWith(".permissionset-meta.xml")) {
            PermissionSet set = PermissionSet.read(file);
            permissionSets.put(set.name(), set);
        }
        for (Path file : project.filesEndingWith(".customPermission-meta.xml")) {
            String name = Project.nameOf(file, ".customPermission-meta.xml");
            customPermissions.put(name, Xml.read(file).text("label", name));
        }
        for (Path file : project.filesEndingWith(".notiftype-meta.xml")) {
            Xml type = Xml.read(file);
            notificationTypes.add(
                new NotificationType(
                    Project.nameOf(file, ".notiftype-meta.xml"),
                    type.text("customNotifTypeName"),
                    type.text("masterLabel"),
                    type.flag("desktop"),
                    type.flag("mobile")
                )
            );
        }
        for (Path file : project.filesEndingWith(".resource-meta.xml")) {
            readStaticResource(file);
        }
    }

    private void readObject(Path file) throws IOException {
        String name = Project.nameOf(file, ".object-meta.xml");
        Xml xml = Xml.read(file);
        if (object(name) != null && !name.contains("__")) {
            return; // a standard object's own file adds nothing that Apex sees
        }
        ObjectDefinition object = new ObjectDefinition(
            name,
            xml.text("label", name),
            xml.text("pluralLabel", name),
            xml.text("sharingModel", "ReadWrite"),
            xml.text("publishBehavior")
        );
        object.makeCustomSetting(xml.text("customSettingsType"));
        addSystemFields(object, xml);
        objects.put(name, object);
    }

    private static void addSystemFields(ObjectDefinition object, Xml xml) {
        object.add(FieldDefinition.standard("Id", "Id", null));
        if (object.isCustomMetadata()) {
            for (String field : List.of(
                "DeveloperName",
                "MasterLabel",
                "Label",
                "QualifiedApiName",
                "NamespacePrefix",
                "Language"
            )) {
                object.add(FieldDefinition.standard(field, "Text", null));
            }
            return;
        }
        object.add(FieldDefinition.standard("CreatedDate", "DateTime", null));
        object.add(FieldDefinition.standard("CreatedById", "Lookup", USER));
        if (object.isPlatformEvent()) {
            object.add(FieldDefinition.standard("ReplayId", "Text", null));
            object.add(FieldDefinition.standard("EventUuid", "Text", null));
            return;
        }
        Xml name = xml.children("nameField").stream().findFirst().orElse(null);
        object.add(nameField(name), name == null ? null : name.text("displayFormat"));
        object.add(FieldDefinition.standard("OwnerId", "Lookup", OWNER));
        object.add(FieldDefinition.standard("LastModifiedDate", "DateTime", null));
        object.add(FieldDefinition.standard("LastModifiedById", "Lookup", USER));
        object.add(FieldDefinition.standard("SystemModstamp", "DateTime", null));
        object.add(FieldDefinition.standard("IsDeleted", "Checkbox", null));
    }

    private static FieldDefinition nameField(Xml given) {
        String type = given == null ? "Text" : given.text("type", "Text");
        String label = given == null ? "Name" : given.text("label", "Name");
        return FieldDefinition.standard("Name", label, type, 80, false, null, Picklist.NONE);
    }

    /** Those of custom metadata concern deployments, in which no Apex takes part. */
    private void refuseOfObject(Path file) throws IOException {
        if (!object(file.getParent().getParent().getFileName().toString()).isCustomMetadata()) {
            throw new IOException(file + ": local-org knows no validation rules of objects");
        }
    }

    private void readRecord(Path file) throws IOException {
        String fullName = file.getFileName().toString().replaceFirst("\\.md(-meta\\.xml)?$", "");
        int dot = fullName.indexOf('.');
        Xml xml = Xml.read(file);
        Map<String, String> values = new LinkedHashMap<>();
        for (Xml pair : xml.children("values")) {
            for (Xml value : pair.children("value")) {
                values.put(pair.text("field"), value.isNil() ? null : value.text());
            }
        }
        records.add(
            new CustomMetadataRecord(
                fullName.substring(0, dot) + "__mdt",
                fullName.substring(dot + 1),
                xml.text("label"),
                values
            )
        );
    }

    private void readStaticResource(Path file) throws IOException {
        String name = Project.nameOf(file, ".resource-meta.xml");
        try (Stream<Path> siblings = Files.list(file.getParent())) {
            Path body = siblings
                .filter(
                    other ->
                        other
                            .getFileName()
                            .toString()
                            .startsWith(name + ".") && !other.equals(file)
                )
                .sorted()
                .findFirst()
                .orElseThrow(() -> new IOException(file + ": there is no file with the resource's body"));
            staticResources.put(name, new StaticResource(name, Xml.read(file).text("contentType"), body));
        }
    }

    /** The object with that name, or null. Standard objects are loaded when somebody asks, from any thread. */
    public synchronized ObjectDefinition object(String name) {
        ObjectDefinition known = objects.get(name);
        if (known == null) {
            known = standardObjects.find(name);
            if (known != null) {
                objects.put(known.name(), known);
            }
        }
        return known;
    }

    /** A child relationship of an object with the field behind it; null when there is none of that name. */
    public ChildRelationship child(ObjectDefinition parent, String name) {
        ChildRelationship known = parent.child(name);
        return known == null || known.field() != null
            ? known
            : new ChildRelationship(known.name(), known.object(), object(known.object()).lookupTo(parent.name()));
    }

    /** The objects that the project defines or that were asked for so far. */
    public synchronized Collection<ObjectDefinition> knownObjects() {
        return List.copyOf(objects.values());
    }

    public Labels labels() {
        return labels;
    }

    public PermissionSet permissionSet(String name) {
        return permissionSets.get(name);
    }

    public Collection<PermissionSet> permissionSets() {
        return permissionSets.values();
    }

    public List<CustomMetadataRecord> records() {
        return records;
    }

    public Map<String, String> customPermissions() {
        return customPermissions;
    }

    public List<NotificationType> notificationTypes() {
        return notificationTypes;
    }

    public Collection<StaticResource> staticResources() {
        return staticResources.values();
    }
}
