package localorg.runtime.schema;

/** Apex Reference, Schema.PicklistEntry Class. */
public class PicklistEntry {

    private final String value;
    private final String label;

    PicklistEntry(String value, String label) {
        this.value = value;
        this.label = label;
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
        return false;
    }
}
