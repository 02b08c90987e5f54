package localorg.compiler;

import apex.common.base.Initializer;
import apex.common.base.Initializers;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.symbol.member.variable.DynamicFieldInfoFactory;
import apex.jorje.semantic.symbol.member.variable.FieldInfo;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.StandardFieldTable;
import apex.jorje.semantic.symbol.type.StandardTypeInfoImpl;
import apex.jorje.semantic.symbol.type.TypeInfo;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.OrgMetadata;

/**
 * Schema.SObjectType.Account and Schema.SObjectType.Account.fields.Name: describe results that the compiler knows
 * object by object.
 */
final class DescribeTokens {

    /** Standard objects that Apex describes this way; the org has hundreds, and the compiler wants them all at once. */
    private static final List<String> STANDARD = List.of(
        "Account",
        "Contact",
        "Lead",
        "Opportunity",
        "Case",
        "Task",
        "User"
    );

    private final OrgMetadata metadata;
    private final Function<String, TypeInfo> types;

    DescribeTokens(OrgMetadata metadata, Function<String, TypeInfo> types) {
        this.metadata = metadata;
        this.types = types;
    }

    void addTo(TypeInfo sObjectType) {
        Stream<ObjectDefinition> standard = STANDARD.stream().map(metadata::object);
        Stream<ObjectDefinition> own = metadata
            .knownObjects()
            .stream()
            .filter(object -> !STANDARD.contains(object.name()));
        Stream.concat(standard, own).forEach(object ->
            sObjectType
                .fields()
                .add(
                    DynamicFieldInfoFactory.createSObjectTypeDescribeResult(
                        sObjectType,
                        describeResult(object),
                        object.name(),
                        object.name()
                    )
                )
                .throwIfError()
        );
    }

    private TypeInfo describeResult(ObjectDefinition object) {
        return subtype("DescribeSObjectResult", (self, add) ->
            add.accept(DynamicFieldInfoFactory.createDescribeResultFields(self, fields(object)))
        );
    }

    private TypeInfo fields(ObjectDefinition object) {
        return subtype("SObjectTypeFields", (self, add) -> {
            for (FieldDefinition field : object.fields()) {
                add.accept(
                    DynamicFieldInfoFactory.createSchemaSObjectTypeFieldDescribe(
                        self,
                        types.apply("Schema.DescribeFieldResult"),
                        field.name()
                    )
                );
            }
        });
    }

    /** The fields that a type has besides its parent's. */
    private interface Extra {
        void addTo(TypeInfo self, Consumer<FieldInfo> add);
    }

    private TypeInfo subtype(String name, Extra extra) {
        StandardTypeInfoImpl.Builder builder = StandardTypeInfoImpl.builder();
        builder.setBytecodeName("com/salesforce/api/Schema/" + name);
        builder.setApexName("Schema." + name);
        builder.setModifiers(ModifierGroups.GLOBAL_VIRTUAL);
        builder.setParents(types.apply("Schema." + name));
        builder.setMethods(types.apply("Schema." + name).methods());
        builder.setFields(
            Initializers.memoize(
                (Initializer<FieldTable, TypeInfo>) self -> {
                    FieldTable table = new StandardFieldTable();
                    extra.addTo(self, field -> table.add(field).throwIfError());
                    return table.resolve();
                }
            )
        );
        return builder.buildResolved();
    }
}
