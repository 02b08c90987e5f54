package localorg.runtime.schema;

import java.util.ArrayList;
import java.util.List;
import localorg.data.Access;
import localorg.linking.ApexType;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexList;

/** Apex Reference, Schema.DescribeFieldResult Class. */
public class DescribeFieldResult {

    private final ObjectDefinition object;
    private final FieldDefinition field;

    DescribeFieldResult(ObjectDefinition object, FieldDefinition field) {
        this.object = object;
        this.field = field;
    }

    private Access access() {
        Transaction transaction = Transaction.current();
        return new Access(transaction.org().metadata(), transaction.user());
    }

    public String getName() {
        return field.name();
    }

    public String getLocalName() {
        return field.name();
    }

    public String getLabel() {
        return field.label();
    }

    public Integer getLength() {
        return field.isText() ? field.length() : 0;
    }

    public Integer getScale() {
        return field.scale();
    }

    public String getRelationshipName() {
        return field.relationshipName();
    }

    public SObjectField getSObjectField() {
        return SObjectField.of(object.name(), field.name());
    }

    public DisplayType getType() {
        return DisplayType.of(field);
    }

    public ApexList getReferenceTo() {
        List<SObjectType> targets = new ArrayList<>();
        if (field.isReference()) {
            targets.add(SObjectType.of(field.referenceTo()));
        }
        return ApexList.of(targets, ApexType.ofInternalName("schema/SObjectType"));
    }

    public ApexList getPicklistValues() {
        return ApexList.of(
            field
                .picklistLabels()
                .entrySet()
                .stream()
                .map(entry ->
                    new PicklistEntry(
                        entry.getKey(),
                        entry.getValue(),
                        entry.getKey().equals(field.picklist().defaultValue())
                    )
                )
                .toList(),
            ApexType.ofInternalName("schema/PicklistEntry")
        );
    }

    public Boolean isAccessible() {
        return access().mayRead(object, field);
    }

    public Boolean isCreateable() {
        return !field.name().equals("Id") && !object.isReadOnly(field) && access().mayEdit(object, field);
    }

    public Boolean isUpdateable() {
        return field.isChangeable() && !object.isReadOnly(field) && access().mayEdit(object, field);
    }

    public Boolean isCalculated() {
        return field.calculated();
    }

    public Boolean isAutoNumber() {
        return field.type().equals("AutoNumber");
    }

    public Integer getPrecision() {
        return field.precision();
    }

    public Boolean isCustom() {
        return field.custom();
    }

    public Boolean isUnique() {
        return field.unique();
    }

    public Boolean isExternalId() {
        return field.externalId();
    }

    public Boolean isNillable() {
        return !field.required();
    }

    public Boolean isCaseSensitive() {
        return field.caseSensitive();
    }
}
