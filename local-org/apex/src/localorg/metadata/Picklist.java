package localorg.metadata;

import java.util.LinkedHashMap;
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

    /** The value set of a custom field; a global value set is not read, so nothing is known of its values. */
    static Picklist read(Xml field) {
        Map<String, String> labels = new LinkedHashMap<>();
        String defaultValue = null;
        boolean restricted = false;
        for (Xml set : field.children("valueSet")) {
            for (Xml definition : set.children("valueSetDefinition")) {
                restricted = set.flag("restricted");
                for (Xml value : definition.children("value")) {
                    labels.put(value.text("fullName"), value.text("label"));
                    defaultValue = value.flag("default") ? value.text("fullName") : defaultValue;
                }
            }
        }
        return new Picklist(labels, defaultValue, restricted);
    }
}
