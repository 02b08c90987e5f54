package localorg.runtime.schema;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import localorg.linking.ApexType;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.lang.ApexMap;

/**
 * What DescribeSObjectResult.fields gives: the field tokens by name, in lower case as on the platform. Apex Reference,
 * DescribeSObjectResult Class: fields.
 */
public class SObjectTypeFields {

    private final ObjectDefinition object;

    SObjectTypeFields(ObjectDefinition object) {
        this.object = object;
    }

    public ApexMap getMap() {
        Map<String, SObjectField> tokens = new TreeMap<>();
        for (FieldDefinition field : object.fields()) {
            tokens.put(field.name().toLowerCase(Locale.ROOT), SObjectField.of(object.name(), field.name()));
        }
        return new FieldMap(tokens);
    }

    /** Schema.SObjectType.Account.fields.Name. */
    public SObjectField getFieldType(String name) {
        return SObjectField.of(object.name(), object.field(name).name());
    }

    /** Its keys are found in any case (Apex Developer Guide, Using Describe Results with Maps). */
    private static final class FieldMap extends ApexMap {

        FieldMap(Map<String, SObjectField> tokens) {
            super(ApexType.ofApexName("Map<String, Schema.SObjectField>"));
            entries().putAll(tokens);
        }

        @Override
        public Object get(Object key) {
            return key == null ? null : super.get(key.toString().toLowerCase(Locale.ROOT));
        }

        @Override
        public Boolean containsKey(Object key) {
            return key != null && super.containsKey(key.toString().toLowerCase(Locale.ROOT));
        }
    }
}
