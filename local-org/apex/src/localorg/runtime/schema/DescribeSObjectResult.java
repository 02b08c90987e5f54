package localorg.runtime.schema;

import localorg.data.Access;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Transaction;

/** Apex Reference, Schema.DescribeSObjectResult Class. */
public class DescribeSObjectResult {

    public final SObjectTypeFields fields;
    private final ObjectDefinition object;

    DescribeSObjectResult(ObjectDefinition object) {
        this.object = object;
        this.fields = new SObjectTypeFields(object);
    }

    private Access access() {
        Transaction transaction = Transaction.current();
        return new Access(transaction.org().metadata(), transaction.user());
    }

    public SObjectTypeFields getFields() {
        return fields;
    }

    public String getName() {
        return object.name();
    }

    public String getLocalName() {
        return object.name();
    }

    public String getLabel() {
        return object.label();
    }

    public String getLabelPlural() {
        return object.pluralLabel();
    }

    public String getKeyPrefix() {
        return Transaction.current().org().keyPrefixes().prefixOf(object.name());
    }

    public SObjectType getSobjectType() {
        return SObjectType.of(object.name());
    }

    public Boolean isAccessible() {
        return access().mayRead(object);
    }

    public Boolean isCreateable() {
        return access().mayCreate(object);
    }

    public Boolean isUpdateable() {
        return access().mayEdit(object);
    }

    public Boolean isDeletable() {
        return access().mayDelete(object);
    }

    public Boolean isQueryable() {
        return !object.isPlatformEvent();
    }

    public Boolean isCustom() {
        return object.isCustom();
    }

    public Boolean isCustomSetting() {
        return object.customSettingsType() != null;
    }
}
