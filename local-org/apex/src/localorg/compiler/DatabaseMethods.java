package localorg.compiler;

import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.symbol.member.method.StandardMethodInfo;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.InternalTypeInfos;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Adds to the Database class what a stub cannot declare: the DML methods, whose names are reserved words, and the
 * queries, whose rows are assigned to whatever fits them. Signatures: Apex Reference, Database Class.
 */
final class DatabaseMethods {

    private final Function<String, TypeInfo> types;
    private final TypeInfo accessLevel;
    private final TypeInfo options;

    DatabaseMethods(Function<String, TypeInfo> types) {
        this.types = types;
        this.accessLevel = types.apply("System.AccessLevel");
        this.options = types.apply("Database.DMLOptions");
    }

    void addTo(TypeInfo database) {
        addQueries(database);
        for (String operation : List.of("insert", "update")) {
            addForms(database, operation, "Database.SaveResult", List.of());
            for (TypeInfo records : List.of(TypeInfos.SOBJECT, listOf(TypeInfos.SOBJECT))) {
                TypeInfo result = resultFor(records, "Database.SaveResult");
                add(database, operation, result, records, options);
                add(database, operation, result, records, options, accessLevel);
            }
        }
        addForms(database, "upsert", "Database.UpsertResult", List.of());
        addForms(database, "upsert", "Database.UpsertResult", List.of(types.apply("Schema.SObjectField")));
        for (String operation : List.of("delete", "undelete")) {
            String result = operation.equals("delete") ? "Database.DeleteResult" : "Database.UndeleteResult";
            addForms(database, operation, result, List.of());
            for (TypeInfo ids : List.of(TypeInfos.ID, listOf(TypeInfos.ID))) {
                add(database, operation, resultFor(ids, result), ids);
                add(database, operation, resultFor(ids, result), ids, TypeInfos.BOOLEAN);
                add(database, operation, resultFor(ids, result), ids, accessLevel);
                add(database, operation, resultFor(ids, result), ids, TypeInfos.BOOLEAN, accessLevel);
            }
        }
    }

    // Imitates: the rows of a dynamic query are a record, a list or what a loop goes through — Apex Developer Guide, Dynamic SOQL [C]
    private void addQueries(TypeInfo database) {
        TypeInfo rows = GenericTypeInfoFactory.createQueryResultList(TypeInfos.SOBJECT);
        TypeInfo binds = GenericTypeInfoFactory.createMap(TypeInfos.STRING, TypeInfos.OBJECT);
        add(database, "queryWithBinds", rows, TypeInfos.STRING, binds, accessLevel);
        // the compiler knows a loop over a query by the type of its own that defines it
        add(database, InternalTypeInfos.DATABASE, "query", rows, TypeInfos.STRING);
        add(database, InternalTypeInfos.DATABASE, "query", rows, TypeInfos.STRING, accessLevel);
    }

    /**
     * (records), (records, allOrNone), (records, accessLevel), (records, allOrNone, accessLevel), for one record and
     * for a list.
     */
    private void addForms(TypeInfo database, String operation, String result, List<TypeInfo> between) {
        for (TypeInfo records : List.of(TypeInfos.SOBJECT, listOf(TypeInfos.SOBJECT))) {
            for (List<TypeInfo> last : List.of(
                List.<TypeInfo>of(),
                List.<TypeInfo>of(TypeInfos.BOOLEAN),
                List.of(accessLevel),
                List.of(TypeInfos.BOOLEAN, accessLevel)
            )) {
                List<TypeInfo> parameters = new ArrayList<>(List.of(records));
                parameters.addAll(between);
                parameters.addAll(last);
                add(database, operation, resultFor(records, result), parameters.toArray(TypeInfo[]::new));
            }
        }
    }

    private TypeInfo resultFor(TypeInfo records, String result) {
        boolean several = records != TypeInfos.SOBJECT && records != TypeInfos.ID;
        return several ? listOf(types.apply(result)) : types.apply(result);
    }

    private static TypeInfo listOf(TypeInfo element) {
        return GenericTypeInfoFactory.createList(element);
    }

    private static void add(TypeInfo database, String name, TypeInfo result, TypeInfo... parameters) {
        add(database, database, name, result, parameters);
    }

    private static void add(
        TypeInfo database,
        TypeInfo defining,
        String name,
        TypeInfo result,
        TypeInfo... parameters
    ) {
        database
            .methods()
            .addDuplicatesAllowed(
                StandardMethodInfo.builder()
                    .setDefiningType(defining)
                    .setName(name)
                    .setModifiers(ModifierGroups.GLOBAL_STATIC)
                    .setReturnType(result)
                    .setNamedParameterTypes(Arrays.asList(parameters))
                    .build()
            );
    }
}
