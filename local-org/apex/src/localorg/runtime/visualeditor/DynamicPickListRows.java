package localorg.runtime.visualeditor;

import localorg.runtime.lang.ApexList;

/** Apex Reference, VisualEditor.DynamicPickListRows Class. */
public class DynamicPickListRows {

    private final ApexList rows;
    private Boolean complete;

    public DynamicPickListRows(ApexList rows) {
        this(rows, false);
    }

    public DynamicPickListRows(ApexList rows, Boolean containsAllRows) {
        this.rows = rows;
        this.complete = containsAllRows;
    }

    public void addRow(DataRow row) {
        rows.add(row);
    }

    public void addAllRows(ApexList more) {
        rows.addAll(more);
    }

    public Boolean containsAllRows() {
        return complete;
    }

    public void setContainsAllRows(Boolean containsAllRows) {
        complete = containsAllRows;
    }

    public DataRow get(Integer index) {
        return (DataRow) rows.get(index);
    }

    public ApexList getDataRows() {
        return rows;
    }

    public Integer size() {
        return rows.size();
    }

    public void sort() {
        rows.sort();
    }
}
