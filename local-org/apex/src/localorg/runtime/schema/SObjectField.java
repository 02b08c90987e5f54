package localorg.runtime.schema;

import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Transaction;

/** Apex Reference, Schema.SObjectField Class: a token for a field. */
public class SObjectField {

    private final String object;
    private final String name;

    private SObjectField(String object, String name) {
        this.object = object;
        this.name = name;
    }

    public static SObjectField of(String object, String field) {
        return new SObjectField(object, field);
    }

    public String name() {
        return name;
    }

    public String objectName() {
        return object;
    }

    public FieldDefinition definition() {
        return objectDefinition().field(name);
    }

    private ObjectDefinition objectDefinition() {
        return Transaction.current().org().metadata().object(object);
    }

    public DescribeFieldResult getDescribe() {
        return new DescribeFieldResult(objectDefinition(), definition());
    }

    public DescribeFieldResult getDescribe(Object options) {
        return getDescribe();
    }

    @Override
    public boolean equals(Object other) {
        return (
            other instanceof SObjectField field &&
            field.object.equalsIgnoreCase(object) &&
            field.name.equalsIgnoreCase(name)
        );
    }

    @Override
    public int hashCode() {
        return name.toLowerCase(java.util.Locale.ROOT).hashCode();
    }

    /** String.valueOf(Account.Name) is the field's API name. */
    @Override
    public String toString() {
        return name;
    }
}
