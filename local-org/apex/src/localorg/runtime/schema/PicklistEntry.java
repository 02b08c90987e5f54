package localorg.runtime.schema;

/** Apex Reference, Schema.PicklistEntry Class. */
public class PicklistEntry {

    private final String value;
    private final String label;
    private final boolean defaultValue;

    PicklistEntry(String value, String label, boolean defaultValue) {
        this.value = value;
        this.label = label;
        this.defaultValue = defaultValue;
    }

    public String getValue() {
        return value;
    }

    public String getLabel() {
        return label;
    }

    public Boolean isActive() {
        return true;
    }

    public Boolean isDefaultValue() {
        return defaultValue;
    }
}
