package localorg.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a picklist.
 *
 * @param labels label by value, in the order of the metadata
 * @param defaultValue null when there is none
 * @param restricted whether no other value may be stored
 */
public record Picklist(Map<String, String> labels, String defaultValue, boolean restricted) {
    static final Picklist NONE = new Picklist(Map.of(), null, false);

    static Picklist open(Map<String, String> labels) {
        return new Picklist(labels, null, false);
    }

    /** The values of a custom field, given the global value sets by name; of those of the platform nothing is known. */
    static Picklist read(Xml field, Map<String, Xml> globalSets) {
        Map<String, String> labels = new LinkedHashMap<>();
        String defaultValue = null;
        boolean restricted = false;
        for (Xml set : field.children("valueSet")) {
            for (Xml value : values(set, globalSets)) {
                restricted = set.flag("restricted");
                labels.put(value.text("fullName"), value.text("label"));
                defaultValue = value.flag("default") ? value.text("fullName") : defaultValue;
            }
        }
        return new Picklist(labels, defaultValue, restricted);
    }

    private static List<Xml> values(Xml set, Map<String, Xml> globalSets) {
        String name = set.text("valueSetName");
        if (name != null) {
            return globalSets.containsKey(name) ? globalSets.get(name).children("customValue") : List.of();
        }
        return set
            .children("valueSetDefinition")
            .stream()
            .flatMap(definition -> definition.children("value").stream())
            .toList();
    }
}
