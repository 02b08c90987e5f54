package localorg.runtime.visualeditor;

import localorg.runtime.lang.ApexObject;
import localorg.runtime.lang.Equality;

/** Apex Reference, VisualEditor.DynamicPickList Class. */
public abstract class DynamicPickList extends ApexObject {

    public abstract DataRow getDefaultValue();

    public abstract DynamicPickListRows getValues();

    /** The label of the row with that value; null without one. */
    public String getLabel(Object value) {
        return find(value) == null ? null : find(value).getLabel();
    }

    public Boolean isValid(Object value) {
        return find(value) != null;
    }

    private DataRow find(Object value) {
        DynamicPickListRows rows = getValues();
        for (int i = 0; i < rows.size(); i++) {
            if (Equality.areEqual(rows.get(i).getValue(), value)) {
                return rows.get(i);
            }
        }
        return null;
    }
}
