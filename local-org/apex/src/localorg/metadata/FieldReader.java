package localorg.metadata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the custom fields of a project into its objects. */
final class FieldReader {

    private static final String GLOBAL_SET = ".globalValueSet-meta.xml";

    private final Function<String, ObjectDefinition> objects;
    private final Map<String, Xml> globalSets = new HashMap<>();

    FieldReader(Function<String, ObjectDefinition> objects) {
        this.objects = objects;
    }

    void read(Project project) throws IOException {
        for (Path file : project.filesEndingWith(GLOBAL_SET)) {
            globalSets.put(Project.nameOf(file, GLOBAL_SET), Xml.read(file));
        }
        List<Runnable> rollUps = new ArrayList<>();
        for (Path file : project.filesEndingWith(".field-meta.xml")) {
            ObjectDefinition object = objects.apply(file.getParent().getParent().getFileName().toString());
            if (object == null) {
                throw new IOException(file + ": there is no such object");
            }
            String name = Project.nameOf(file, ".field-meta.xml");
            Xml xml = Xml.read(file);
            if (xml.text("type", "Text").equals("Summary")) {
                rollUps.add(() -> object.add(rollUp(name, xml)));
            } else {
                read(object, name, xml);
            }
        }
        rollUps.forEach(Runnable::run); // they have the types of the fields that they sum up
    }

    private void read(ObjectDefinition object, String name, Xml xml) {
        String type = xml.text("type", "Text");
        FieldDefinition field = new FieldDefinition(
            name,
            xml.text("label", name),
            type,
            Integer.parseInt(xml.text("length", defaultLength(type))),
            Integer.parseInt(xml.text("precision", "0")),
            Integer.parseInt(xml.text("scale", "0")),
            xml.flag("required"),
            xml.flag("unique"),
            xml.flag("caseSensitive"),
            xml.flag("externalId"),
            Reference.read(xml, type),
            xml.text("defaultValue"),
            Picklist.read(xml, globalSets),
            xml.text("formula") != null,
            true
        );
        object.add(field, xml.text("displayFormat"));
        ObjectDefinition parent =
            type.equals("Lookup") || type.equals("MasterDetail") ? objects.apply(field.referenceTo()) : null;
        String children = xml.text("relationshipName");
        if (parent != null && children != null) {
            parent.add(new ChildRelationship(children + "__r", object.name(), name));
        }
    }

    private FieldDefinition rollUp(String name, Xml xml) {
        String[] summed = xml.text("summarizedField", "").split("\\.");
        ObjectDefinition child = summed.length == 2 ? objects.apply(summed[0]) : null;
        FieldDefinition source = child == null ? null : child.field(summed[1]);
        return new FieldDefinition(
            name,
            xml.text("label", name),
            source == null ? "Number" : source.type(),
            255,
            18,
            source == null ? 0 : source.scale(),
            false,
            false,
            false,
            false,
            null,
            null,
            Picklist.NONE,
            true,
            true
        );
    }

    private static String defaultLength(String type) {
        return switch (type) {
            case "LongTextArea", "Html" -> "32768";
            case "Email" -> "80";
            case "Phone" -> "40";
            default -> "255";
        };
    }
}
