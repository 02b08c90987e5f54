package localorg.runtime.schema;

/** Apex Reference, Schema.PicklistEntry Class. */
public class PicklistEntry {

    private final String value;

    PicklistEntry(String value) {
        this.value = value;
    }

    public String getValue() {
        return value;
    }

    public String getLabel() {
        return value;
    }

    public Boolean isActive() {
        return true;
    }

    public Boolean isDefaultValue() {
        return false;
    }
}
