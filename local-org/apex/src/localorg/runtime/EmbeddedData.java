package localorg.runtime;

import java.util.List;
import java.util.Map;
import localorg.data.Dml;
import localorg.data.QueryRunner;
import localorg.runtime.database.DeleteResult;
import localorg.runtime.database.QueryLocator;
import localorg.runtime.database.SaveResult;
import localorg.runtime.database.UndeleteResult;
import localorg.runtime.database.UpsertResult;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.SObject;
import localorg.runtime.schema.SObjectField;
import localorg.runtime.schema.SObjectType;
import localorg.runtime.system.AccessLevel;
import localorg.runtime.system.Database;

/** Embedded SOQL and DML statements, as the compiler emits them. */
public final class EmbeddedData {

    private EmbeddedData() {}

    private static QueryRunner runner(ApexMap binds) {
        return new QueryRunner(Transaction.current(), binds == null ? Map.of() : binds.entries(), false);
    }

    public static ApexList queryMap(String soql, ApexMap binds) {
        return runner(binds).run(QueryRunner.parse(soql));
    }

    public static Integer countQueryMap(String soql, ApexMap binds) {
        return runner(binds).count(QueryRunner.parse(soql));
    }

    public static QueryLocator getQueryLocator(String soql, ApexMap binds) {
        return new QueryLocator(soql, queryMap(soql, binds));
    }

    /** A loop over an embedded query, or over Database.query. */
    public static QueryLocator getQueryLocator(String soql, ApexMap binds, Boolean forLoop, Boolean keepAlive) {
        return getQueryLocator(soql, binds, forLoop, keepAlive, AccessLevel.SYSTEM_MODE);
    }

    public static QueryLocator getQueryLocator(
        String soql,
        ApexMap binds,
        Boolean forLoop,
        Boolean keepAlive,
        Object accessLevel
    ) {
        return new QueryLocator(soql, Database.queryWithBinds(soql, binds, (AccessLevel) accessLevel));
    }

    public static ApexList query(String soql) {
        return Database.query(soql);
    }

    public static ApexList query(String soql, AccessLevel level) {
        return Database.query(soql, level);
    }

    /** A loop over record.Children__r without children. */
    public static QueryLocator getEmptyQueryLocator(String internalName) {
        return new QueryLocator("", ApexList.ofRecords(List.of(), "SObject"));
    }

    /** Account.SObjectType. */
    public static Object getSObjectType(String object) {
        return SObjectType.of(object);
    }

    /** Account.Name. */
    public static SObjectField getApexFieldToken(String object, String field, String path) {
        return SObjectField.of(object, field);
    }

    private static Dml dml(Object accessLevel) {
        boolean userMode = accessLevel == AccessLevel.USER_MODE;
        return new Dml(Transaction.current(), userMode ? new Dml.Options(true, true, null) : Dml.Options.STATEMENT);
    }

    @SuppressWarnings({ "unchecked", "rawtypes" }) // a List<SObject> holds nothing else
    private static List<SObject> records(ApexList list) {
        return (List) list.items();
    }

    public static SaveResult insertFromDML(SObject record) {
        return insertFromDML(record, null);
    }

    public static SaveResult insertFromDML(SObject record, Object accessLevel) {
        return SaveResult.of(dml(accessLevel).insert(List.of(record)).get(0));
    }

    public static ApexList insertFromDML(ApexList list) {
        return insertFromDML(list, null);
    }

    public static ApexList insertFromDML(ApexList list, Object accessLevel) {
        return SaveResult.listOf(dml(accessLevel).insert(records(list)));
    }

    public static SaveResult updateFromDML(SObject record) {
        return updateFromDML(record, null);
    }

    public static SaveResult updateFromDML(SObject record, Object accessLevel) {
        return SaveResult.of(dml(accessLevel).update(List.of(record)).get(0));
    }

    public static ApexList updateFromDML(ApexList list) {
        return updateFromDML(list, null);
    }

    public static ApexList updateFromDML(ApexList list, Object accessLevel) {
        return SaveResult.listOf(dml(accessLevel).update(records(list)));
    }

    public static DeleteResult deleteFromDML(SObject record) {
        return deleteFromDML(record, null);
    }

    public static DeleteResult deleteFromDML(SObject record, Object accessLevel) {
        return DeleteResult.of(dml(accessLevel).delete(List.of(record)).get(0));
    }

    public static ApexList deleteFromDML(ApexList list) {
        return deleteFromDML(list, null);
    }

    public static ApexList deleteFromDML(ApexList list, Object accessLevel) {
        return DeleteResult.listOf(dml(accessLevel).delete(records(list)));
    }

    public static UndeleteResult undeleteFromDML(SObject record) {
        return undeleteFromDML(record, null);
    }

    public static UndeleteResult undeleteFromDML(SObject record, Object accessLevel) {
        return UndeleteResult.of(dml(accessLevel).undelete(List.of(record)).get(0));
    }

    public static ApexList undeleteFromDML(ApexList list) {
        return undeleteFromDML(list, null);
    }

    public static ApexList undeleteFromDML(ApexList list, Object accessLevel) {
        return UndeleteResult.listOf(dml(accessLevel).undelete(records(list)));
    }

    private static Dml upsert(String field, Object accessLevel) {
        return new Dml(Transaction.current(), new Dml.Options(true, accessLevel == AccessLevel.USER_MODE, field));
    }

    /** upsert record [Object.Field]: the names are object, field and the field's own object. */
    public static UpsertResult upsertFromDML(SObject record, String object, String field, String fieldObject) {
        return upsertFromDML(record, object, field, fieldObject, null);
    }

    public static UpsertResult upsertFromDML(
        SObject record,
        String object,
        String field,
        String fieldObject,
        Object accessLevel
    ) {
        return UpsertResult.of(upsert(field, accessLevel).upsert(List.of(record)).get(0));
    }

    public static ApexList upsertFromDML(ApexList list, String object, String field, String fieldObject) {
        return upsertFromDML(list, object, field, fieldObject, null);
    }

    public static ApexList upsertFromDML(
        ApexList list,
        String object,
        String field,
        String fieldObject,
        Object accessLevel
    ) {
        return UpsertResult.listOf(upsert(field, accessLevel).upsert(records(list)));
    }
}
