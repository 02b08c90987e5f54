package localorg.runtime.schema;

import localorg.metadata.ObjectDefinition;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.SObject;

/** Apex Reference, Schema.SObjectType Class: a token for an object. */
public class SObjectType {

    private final String name;

    private SObjectType(String name) {
        this.name = name;
    }

    public static SObjectType of(String object) {
        ObjectDefinition definition = Transaction.current().org().metadata().object(object);
        return new SObjectType(definition == null ? object : definition.name());
    }

    public String name() {
        return name;
    }

    public DescribeSObjectResult getDescribe() {
        return new DescribeSObjectResult(Transaction.current().org().metadata().object(name));
    }

    public DescribeSObjectResult getDescribe(Object options) {
        return getDescribe();
    }

    public SObject newSObject() {
        return SObject.of(name);
    }

    public SObject newSObject(ApexId id) {
        SObject record = newSObject();
        record.values().put("Id", id);
        return record;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SObjectType type && type.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
