package localorg.runtime.lang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import localorg.data.NotImitated;
import localorg.data.RowError;
import localorg.linking.ApexType;
import localorg.metadata.AnyCaseMap;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Transaction;
import localorg.runtime.TriggerContext;
import localorg.runtime.database.QueryLocator;
import localorg.runtime.exception.FinalException;
import localorg.runtime.exception.SObjectException;
import localorg.runtime.exception.UncatchableException;

/**
 * A record of any object. One Java class stands for all of them; linking adds the object's name to every construction.
 * Apex Reference, SObject Class: get, put, clone, getPopulatedFieldsAsMap.
 */
public final class SObject {

    private final String objectName;
    private final Map<String, Object> values;
    /** What a query asked for, null without one. */
    private Map<String, Object> queried;
    private final List<RowError> errors = new ArrayList<>();
    private boolean cloned;
    private boolean readOnly;

    public SObject(String internalName) {
        this(ApexType.ofInternalName(internalName).objectName(), Map.of());
    }

    private SObject(String objectName, Map<String, Object> values) {
        this.objectName = objectName;
        this.values = new AnyCaseMap<>(values);
    }

    public static SObject of(String objectName) {
        return new SObject(objectName, Map.of());
    }

    // Imitates: a field of a queried record that is null was asked for, but is in no map and no JSON — Apex Reference, SObject.isSet, getPopulatedFieldsAsMap, JSON Class (versioned behavior) [C]
    /** A row of a query: asking it for a field that was not selected is an error. */
    public static SObject queried(String objectName, Map<String, Object> values) {
        SObject record = new SObject(objectName, values);
        record.queried = values;
        record.queried.putIfAbsent("Id", null);
        record.values.values().removeIf(Objects::isNull);
        return record;
    }

    /** X__mdt.getAll(): the records by developer name. */
    public static ApexMap getAll(String internalName) {
        return CustomMetadata.all(ApexType.ofInternalName(internalName).objectName());
    }

    /** X__mdt.getInstance(name): by developer name, qualified name or Id; null when there is none. */
    public static SObject getInstance(String name, String internalName) {
        return CustomMetadata.find(ApexType.ofInternalName(internalName).objectName(), name);
    }

    public String objectName() {
        return objectName;
    }

    public ObjectDefinition definition() {
        return Transaction.current().org().metadata().object(objectName);
    }

    /** The values that were set or queried, by field name; relationships hold records or lists. */
    public Map<String, Object> values() {
        return values;
    }

    public boolean isQueried() {
        return queried != null;
    }

    /** The values, for Apex to change them. */
    Map<String, Object> changeable() {
        if (readOnly) {
            throw new FinalException("Record is read-only");
        }
        return values;
    }

    /** Apex may no longer change it. */
    public void readonly() {
        readOnly = true;
    }

    /** Whether Apex set it, or a query asked for it. */
    boolean isSet(String field) {
        return values.containsKey(field) || (queried != null && queried.containsKey(field));
    }

    SObject copy() {
        SObject copy = sameState();
        copy.cloned = true;
        return copy;
    }

    /** A record that cannot be told from this one. */
    SObject sameState() {
        SObject same = new SObject(objectName, values);
        same.queried = queried;
        same.cloned = cloned;
        return same;
    }

    /** What addError collected. */
    public List<RowError> errors() {
        return errors;
    }

    boolean isCloned() {
        return cloned;
    }

    /** In constructors: new Account(Name = 'x'). */
    public void setValue(Object value, String field) {
        changeable().put(field, value);
    }

    public void initializationCompleted() {
        // the platform fills in defaults on insert, not here
    }

    /** record.Field. */
    public Object getRegularValue(String field) {
        if (queried != null && !isSet(field)) {
            throw new SObjectException(
                "SObject row was retrieved via SOQL without querying the requested field: " + objectName + "." + field
            );
        }
        Object value = values.get(field);
        // the reference gives false, not null, for a checkbox nobody set
        FieldDefinition definition =
            value == null && queried == null ? (definition() == null ? null : definition().field(field)) : null;
        boolean calculated = definition != null && definition.calculated();
        if (calculated && (values.containsKey("Id") || TriggerContext.isOwn(this))) {
            throw UncatchableException.notImitated(NotImitated.calculated(definition(), definition));
        }
        return definition != null && definition.type().equals("Checkbox") ? Boolean.FALSE : value;
    }

    /** record.Parent in record.Parent.Field. */
    public Object getValue(String relationship) {
        return getRegularValue(relationship);
    }

    /** record.Parent__r. */
    public SObject getForeignKeyValue(String relationship) {
        return (SObject) getRegularValue(relationship);
    }

    // Imitates: the list of children is never null, but getSObjects() and JSON have none when it is empty — SOQL and SOSL Reference, Relationship Queries (likely: all of it) [L]
    /** record.Children__r. */
    public Object getAggregate(String relationship, String internalName) {
        Object children = getRegularValue(relationship);
        return children == null ? ApexList.ofRecords(List.of(), definition().child(relationship).object()) : children;
    }

    /** for (Child__c child : record.Children__r); the compiler has an empty locator for null. */
    public QueryLocator getAggregateForSelect(String relationship, String internalName) {
        Object children = getRegularValue(relationship);
        return children == null ? null : new QueryLocator("", (ApexList) children);
    }

    /** What a sub-query found. */
    public void addChildren(String relationship, List<SObject> children) {
        if (queried != null) {
            queried.put(relationship, null);
        }
        if (!children.isEmpty()) {
            values.put(relationship, ApexList.ofRecords(children, definition().child(relationship).object()));
        }
    }

    public void setForeignKeyValue(Object value, String relationship) {
        changeable().put(relationship, value);
    }

    public Object get(String field) {
        return values.get(field);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SObject record && record.objectName.equals(objectName) && record.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Account:{Name=x, Id=…}, as System.debug shows it. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", objectName + ":{", "}");
        new LinkedHashMap<>(values).forEach((field, value) -> text.add(field + "=" + Text.element(value)));
        return text.toString();
    }
}
