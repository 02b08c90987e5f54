package localorg.compiler;

import apex.common.base.Initializer;
import apex.common.base.Initializers;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.bcl.DmlOperation;
import apex.jorje.semantic.symbol.member.variable.DynamicFieldInfoFactory;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.MultipleFieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.symbol.member.variable.VariableValidator;
import apex.jorje.semantic.symbol.member.variable.VariableVisitor;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.SObjectMetadata;
import apex.jorje.semantic.symbol.type.SObjectMetadata.CustomEntitySObjectType;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import localorg.metadata.ChildRelationship;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.OrgMetadata;

/** Describes the org's objects to the compiler: their fields, relationships and static tokens. */
final class ObjectTypes {

    private final OrgMetadata metadata;
    private final PlatformSymbols symbols;
    private final Map<String, SObjectTypeInfo> types = new HashMap<>();
    private SymbolResolver resolver;

    ObjectTypes(OrgMetadata metadata, PlatformSymbols symbols) {
        this.metadata = metadata;
        this.symbols = symbols;
    }

    /** The type of an object, or null when the org has none of that name. */
    SObjectTypeInfo find(SymbolResolver currentResolver, String name) {
        if (currentResolver != null) {
            resolver = currentResolver;
        }
        String key = name.toLowerCase(Locale.ROOT);
        if (!types.containsKey(key)) {
            ObjectDefinition object = metadata.object(name);
            types.put(key, object == null ? null : build(object.name()));
        }
        return types.get(key);
    }

    /** The type of an object that exists, without a look at its fields: a standard object has children by the dozen. */
    private SObjectTypeInfo child(String name) {
        return types.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> build(name));
    }

    private SObjectTypeInfo build(String name) {
        boolean customMetadata = ObjectDefinition.isCustomMetadata(name);
        SObjectMetadata traits = SObjectMetadata.builder()
            .setTriggerable(!customMetadata)
            .setPlatformEvent(ObjectDefinition.isPlatformEvent(name))
            .setLookupFieldPredicate((field, type) -> true)
            .setSupportedDml(customMetadata ? DmlOperation.EMPTY : DmlOperation.ALL)
            .setCustomEntitySObjectType(
                customMetadata ? CustomEntitySObjectType.CUSTOM_METADATA_TYPE : settingType(name)
            )
            .build();
        SObjectTypeInfo.Builder builder = SObjectTypeInfo.builder();
        builder.setApexBytecodeName(name);
        builder.setMetadata(traits);
        builder.setFields(
            Initializers.memoize((Initializer<FieldTable, TypeInfo>) self -> fieldTable(metadata.object(name), self))
        );
        return (SObjectTypeInfo) builder.buildResolved();
    }

    // Not imitated: the methods of custom settings and their SetupOwnerId — the product has none, and each is refused by name
    private CustomEntitySObjectType settingType(String name) {
        ObjectDefinition object = name.endsWith("__c") ? metadata.object(name) : null;
        String type = object == null ? null : object.customSettingsType();
        if (type == null) {
            return CustomEntitySObjectType.OTHER;
        }
        return type.equals("List")
            ? CustomEntitySObjectType.LIST_CUSTOM_SETTING
            : CustomEntitySObjectType.HIERARCHY_CUSTOM_SETTING;
    }

    private FieldTable fieldTable(ObjectDefinition object, TypeInfo self) {
        MultipleFieldTable table = new MultipleFieldTable(); // the same name once per instance and once as a static token
        TypeInfo objectToken = symbols.find(resolver, self, "Schema.SObjectType");
        TypeInfo fieldToken = symbols.find(resolver, self, "Schema.SObjectField");
        BuiltInMethods.addFieldTokens(self, fieldToken);
        BuiltInMethods.addErrors(self, symbols.find(resolver, self, "Database.Error"));
        table
            .add(DynamicFieldInfoFactory.createSObjectTypeDescribe(self, objectToken, "SObjectType", object.name()))
            .throwIfError();
        for (FieldDefinition field : object.fields()) {
            table
                .add(
                    instanceField(
                        self,
                        field.name(),
                        typeOf(field),
                        SObjectFieldInfo.Category.REGULAR,
                        object.isReadOnly(field)
                    )
                )
                .throwIfError();
            table
                .add(
                    DynamicFieldInfoFactory.createSObjectFieldDescribe(
                        self,
                        fieldToken,
                        ModifierGroups.GLOBAL_STATIC,
                        field.name(),
                        object.name(),
                        field.name(),
                        ""
                    )
                )
                .throwIfError();
            TypeInfo target = field.isReference() ? find(resolver, field.referenceTo()) : null;
            if (target != null && object.field(field.relationshipName()) == null) {
                table
                    .add(
                        instanceField(
                            self,
                            field.relationshipName(),
                            target,
                            SObjectFieldInfo.Category.FOREIGN_KEY,
                            false
                        )
                    )
                    .throwIfError();
            }
        }
        for (ChildRelationship children : object.children()) {
            if (object.field(children.name()) == null && object.relationship(children.name()) == null) {
                TypeInfo list = GenericTypeInfoFactory.createList(child(children.object()));
                table
                    .add(instanceField(self, children.name(), list, SObjectFieldInfo.Category.AGGREGATE, false))
                    .throwIfError();
            }
        }
        return table.resolve();
    }

    private static SObjectFieldInfo instanceField(
        TypeInfo self,
        String name,
        TypeInfo type,
        SObjectFieldInfo.Category category,
        boolean readOnly
    ) {
        SObjectFieldInfo.Builder builder = SObjectFieldInfo.builder();
        builder.setName(name);
        builder.setModifiers(ModifierGroups.ONLY_GLOBAL);
        builder.setDefiningType(self);
        builder.setType(type);
        builder.setCategory(category);
        if (readOnly) {
            builder.setValidateStoreFunction(ObjectTypes::refuseStore);
        }
        return builder.build();
    }

    // Imitates: what the platform alone sets cannot be assigned to — Object Reference, System Fields; Salesforce Help, Formula Fields (likely: the text) [C]
    private static boolean refuseStore(
        VariableValidator validator,
        SObjectFieldInfo field,
        VariableVisitor.Context context
    ) {
        String text = "Field is not writeable: " + field.getDefiningType() + "." + field.getName();
        validator.getScope().getErrors().markInvalid(validator.getNode(), context.loc, text);
        return false;
    }

    /** The Apex type of a field (Apex Developer Guide: data type mapping of fields). */
    private static TypeInfo typeOf(FieldDefinition field) {
        return switch (field.type()) {
            case "Checkbox" -> TypeInfos.BOOLEAN;
            case "Number", "Currency", "Percent" -> TypeInfos.DECIMAL;
            case "Double" -> TypeInfos.DOUBLE;
            case "Integer" -> TypeInfos.INTEGER;
            case "Long" -> TypeInfos.LONG;
            case "DateTime" -> TypeInfos.DATE_TIME;
            case "Date" -> TypeInfos.DATE;
            case "Time" -> TypeInfos.TIME;
            case "Blob" -> TypeInfos.BLOB;
            case "Id", "Lookup", "MasterDetail", "MetadataRelationship" -> TypeInfos.ID;
            default -> TypeInfos.STRING;
        };
    }
}
