package localorg.runtime.visualeditor;

/** Apex Reference, VisualEditor.DataRow Class. Rows sort by their labels. */
public class DataRow implements Comparable<DataRow> {

    private final String label;
    private final Object value;
    private final Boolean selected;

    public DataRow(String label, Object value) {
        this(label, value, false);
    }

    public DataRow(String label, Object value, Boolean selected) {
        this.label = label;
        this.value = value;
        this.selected = selected;
    }

    public String getLabel() {
        return label;
    }

    public Object getValue() {
        return value;
    }

    public Boolean isSelected() {
        return selected;
    }

    @Override
    public int compareTo(DataRow other) {
        return label.compareTo(other.label);
    }
}
