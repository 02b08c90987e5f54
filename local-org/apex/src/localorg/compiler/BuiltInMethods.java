package localorg.compiler;

import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.symbol.member.method.Generated;
import apex.jorje.semantic.symbol.member.method.MethodInfo;
import apex.jorje.semantic.symbol.member.method.StandardMethodInfo;
import apex.jorje.semantic.symbol.member.method.StandardMethodInfoBuilder;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.InternalTypeInfos;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.util.List;

/**
 * Methods of built-in types with a platform type as a parameter. The compiler has them with a placeholder of its own
 * for that type, to which
 * no stub is equal; these have the stub's type.
 */
final class BuiltInMethods {

    /** The compiler finds a method that was added later by the exact types of its arguments only. */
    private static final List<TypeInfo> VALUES = List.of(
        TypeInfos.OBJECT,
        TypeInfos.STRING,
        TypeInfos.BOOLEAN,
        TypeInfos.INTEGER,
        TypeInfos.LONG,
        TypeInfos.DECIMAL,
        TypeInfos.DOUBLE,
        TypeInfos.DATE,
        TypeInfos.DATE_TIME,
        TypeInfos.TIME,
        TypeInfos.ID,
        TypeInfos.BLOB,
        InternalTypeInfos.NULL
    );

    private BuiltInMethods() {}

    /** Apex Reference, Decimal Class. */
    static void addRounding(TypeInfo roundingMode) {
        add(TypeInfos.DECIMAL, "setScale", TypeInfos.DECIMAL, TypeInfos.INTEGER, roundingMode);
        add(TypeInfos.DECIMAL, "round", TypeInfos.LONG, roundingMode);
    }

    /** Apex Reference, SObject Class: for SObject itself or for one of the objects. */
    static void addFieldTokens(TypeInfo object, TypeInfo field) {
        add(object, "get", TypeInfos.OBJECT, field);
        for (TypeInfo value : VALUES) {
            object
                .methods()
                .addNoDuplicatesAllowed(
                    method(object, "put", TypeInfos.OBJECT, field, value)
                        .setEmitSignature("put", TypeInfos.OBJECT, field, TypeInfos.OBJECT)
                        .build()
                );
        }
        add(object, "isSet", TypeInfos.BOOLEAN, field);
        add(object, "getSObject", TypeInfos.SOBJECT, field);
        addFieldError(object, field, TypeInfos.STRING);
        addFieldError(object, field, TypeInfos.STRING, TypeInfos.BOOLEAN);
    }

    /** Apex Reference, SObject Class: getErrors, for one of the objects. */
    static void addErrors(TypeInfo object, TypeInfo error) {
        MethodInfo placeholder = object
            .methods()
            .all()
            .stream()
            .filter(known -> known.getName().equals("getErrors"))
            .findFirst()
            .orElseThrow();
        object.methods().remove(placeholder.getSignature());
        add(object, "getErrors", GenericTypeInfoFactory.createList(error));
    }

    /** Calls of an addError of its own the compiler turns into errors of the record. */
    private static void addFieldError(TypeInfo object, TypeInfo... parameters) {
        object
            .methods()
            .addNoDuplicatesAllowed(
                method(object, "addError", TypeInfos.VOID, parameters).setGenerated(Generated.USER).build()
            );
    }

    private static void add(TypeInfo type, String name, TypeInfo result, TypeInfo... parameters) {
        type.methods().addNoDuplicatesAllowed(method(type, name, result, parameters).build());
    }

    private static StandardMethodInfoBuilder method(
        TypeInfo type,
        String name,
        TypeInfo result,
        TypeInfo... parameters
    ) {
        return StandardMethodInfo.builder()
            .setGenerated(Generated.BUILT_IN)
            .setDefiningType(type)
            .setModifiers(ModifierGroups.ONLY_GLOBAL)
            .setName(name)
            .setReturnType(result)
            .setNamedParameterTypes(parameters);
    }
}
