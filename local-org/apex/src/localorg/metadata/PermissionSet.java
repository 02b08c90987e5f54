package localorg.metadata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a permission set grants, as far as Apex asks for it. Names in any case. */
public final class PermissionSet {

    /** The four object rights that the data layer enforces, and the two that lift sharing. */
    public record ObjectRights(
        boolean create,
        boolean read,
        boolean edit,
        boolean delete,
        boolean viewAll,
        boolean modifyAll
    ) {}

    /** Field rights: readable and editable. */
    public record FieldRights(boolean read, boolean edit) {}

    private final String name;
    private final Set<String> classes = new TreeSet<>(AnyCase.ORDER);
    private final Set<String> customPermissions = new TreeSet<>(AnyCase.ORDER);
    private final Map<String, ObjectRights> objects = new TreeMap<>(AnyCase.ORDER);
    private final Map<String, FieldRights> fields = new TreeMap<>(AnyCase.ORDER);
    private final Set<String> customMetadataTypes = new TreeSet<>(AnyCase.ORDER);

    private PermissionSet(String name) {
        this.name = name;
    }

    static PermissionSet read(Path file) throws IOException {
        PermissionSet set = new PermissionSet(Project.nameOf(file, ".permissionset-meta.xml"));
        Xml xml = Xml.read(file);
        for (Xml access : xml.children("classAccesses")) {
            if (access.flag("enabled")) {
                set.classes.add(access.text("apexClass"));
            }
        }
        for (Xml permission : xml.children("customPermissions")) {
            if (permission.flag("enabled")) {
                set.customPermissions.add(permission.text("name"));
            }
        }
        for (Xml access : xml.children("customMetadataTypeAccesses")) {
            if (access.flag("enabled")) {
                set.customMetadataTypes.add(access.text("name"));
            }
        }
        for (Xml rights : xml.children("objectPermissions")) {
            set.objects.put(
                rights.text("object"),
                new ObjectRights(
                    rights.flag("allowCreate"),
                    rights.flag("allowRead"),
                    rights.flag("allowEdit"),
                    rights.flag("allowDelete"),
                    rights.flag("viewAllRecords"),
                    rights.flag("modifyAllRecords")
                )
            );
        }
        for (Xml rights : xml.children("fieldPermissions")) {
            set.fields.put(rights.text("field"), new FieldRights(rights.flag("readable"), rights.flag("editable")));
        }
        return set;
    }

    public String name() {
        return name;
    }

    public boolean grantsClass(String className) {
        return classes.contains(className);
    }

    public boolean grantsCustomPermission(String permission) {
        return customPermissions.contains(permission);
    }

    public boolean grantsCustomMetadataType(String type) {
        return customMetadataTypes.contains(type);
    }

    /** The rights on an object, or null when the set does not mention it. */
    public ObjectRights objectRights(String object) {
        return objects.get(object);
    }

    /** The rights on Object.Field, or null when the set does not mention it. */
    public FieldRights fieldRights(String object, String field) {
        return fields.get(object + "." + field);
    }
}
