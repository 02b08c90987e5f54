package localorg.runtime.system;

import java.util.List;
import localorg.data.Dml;
import localorg.data.QueryRunner;
import localorg.runtime.Limits;
import localorg.runtime.Transaction;
import localorg.runtime.database.Batchable;
import localorg.runtime.database.DeleteResult;
import localorg.runtime.database.QueryLocator;
import localorg.runtime.database.SaveResult;
import localorg.runtime.database.UndeleteResult;
import localorg.runtime.database.UpsertResult;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.SObject;
import localorg.runtime.schema.SObjectField;

/** Apex Reference, Database Class. */
public class Database {

    private static QueryRunner runner(ApexMap binds, AccessLevel level) {
        return new QueryRunner(
            Transaction.current(),
            binds == null ? null : binds.entries(),
            level == AccessLevel.USER_MODE
        );
    }

    public static ApexList query(String soql) {
        return query(soql, AccessLevel.SYSTEM_MODE);
    }

    public static ApexList query(String soql, AccessLevel level) {
        return queryWithBinds(soql, null, level);
    }

    public static ApexList queryWithBinds(String soql, ApexMap binds, AccessLevel level) {
        return runner(binds, level).run(QueryRunner.parse(soql));
    }

    public static Integer countQuery(String soql) {
        return countQuery(soql, AccessLevel.SYSTEM_MODE);
    }

    public static Integer countQuery(String soql, AccessLevel level) {
        return countQueryWithBinds(soql, null, level);
    }

    public static Integer countQueryWithBinds(String soql, ApexMap binds, AccessLevel level) {
        return runner(binds, level).count(QueryRunner.parse(soql));
    }

    public static QueryLocator getQueryLocator(String soql) {
        return new QueryLocator(soql, query(soql));
    }

    public static QueryLocator getQueryLocator(String soql, AccessLevel level) {
        return new QueryLocator(soql, query(soql, level));
    }

    public static QueryLocator getQueryLocatorWithBinds(String soql, ApexMap binds, AccessLevel level) {
        return new QueryLocator(soql, queryWithBinds(soql, binds, level));
    }

    public static QueryLocator getQueryLocator(ApexList rows) {
        return new QueryLocator("", rows);
    }

    private static Dml dml(Boolean allOrNone, AccessLevel level, String externalId) {
        return new Dml(Transaction.current(), new Dml.Options(allOrNone, level == AccessLevel.USER_MODE, externalId));
    }

    private static List<SObject> records(ApexList recordsOrIds) {
        return Dml.recordsOf(Transaction.current(), recordsOrIds.items());
    }

    public static SaveResult insert(SObject record) {
        return insert(record, true, AccessLevel.SYSTEM_MODE);
    }

    public static SaveResult insert(SObject record, Boolean allOrNone) {
        return insert(record, allOrNone, AccessLevel.SYSTEM_MODE);
    }

    public static SaveResult insert(SObject record, AccessLevel level) {
        return insert(record, true, level);
    }

    public static SaveResult insert(SObject record, Boolean allOrNone, AccessLevel level) {
        return SaveResult.of(dml(allOrNone, level, null).insert(List.of(record)).get(0));
    }

    public static ApexList insert(ApexList records) {
        return insert(records, true, AccessLevel.SYSTEM_MODE);
    }

    public static ApexList insert(ApexList records, Boolean allOrNone) {
        return insert(records, allOrNone, AccessLevel.SYSTEM_MODE);
    }

    public static ApexList insert(ApexList records, AccessLevel level) {
        return insert(records, true, level);
    }

    public static ApexList insert(ApexList records, Boolean allOrNone, AccessLevel level) {
        return SaveResult.listOf(dml(allOrNone, level, null).insert(records(records)));
    }

    public static SaveResult update(SObject record) {
        return update(record, true, AccessLevel.SYSTEM_MODE);
    }

    public static SaveResult update(SObject record, Boolean allOrNone) {
        return update(record, allOrNone, AccessLevel.SYSTEM_MODE);
    }

    public static SaveResult update(SObject record, AccessLevel level) {
        return update(record, true, level);
    }

    public static SaveResult update(SObject record, Boolean allOrNone, AccessLevel level) {
        return SaveResult.of(dml(allOrNone, level, null).update(List.of(record)).get(0));
    }

    public static ApexList update(ApexList records) {
        return update(records, true, AccessLevel.SYSTEM_MODE);
    }

    public static ApexList update(ApexList records, Boolean allOrNone) {
        return update(records, allOrNone, AccessLevel.SYSTEM_MODE);
    }

    public static ApexList update(ApexList records, AccessLevel level) {
        return update(records, true, level);
    }

    public static ApexList update(ApexList records, Boolean allOrNone, AccessLevel level) {
        return SaveResult.listOf(dml(allOrNone, level, null).update(records(records)));
    }

    public static UpsertResult upsert(SObject record) {
        return upsert(record, true, AccessLevel.SYSTEM_MODE);
    }

    public static UpsertResult upsert(SObject record, Boolean allOrNone) {
        return upsert(record, allOrNone, AccessLevel.SYSTEM_MODE);
    }

    public static UpsertResult upsert(SObject record, AccessLevel level) {
        return upsert(record, true, level);
    }

    public static UpsertResult upsert(SObject record, Boolean allOrNone, AccessLevel level) {
        return UpsertResult.of(dml(allOrNone, level, null).upsert(List.of(record)).get(0));
    }

    public static ApexList upsert(ApexList records) {
        return upsert(records, true, AccessLevel.SYSTEM_MODE);
    }

    public static ApexList upsert(ApexList records, Boolean allOrNone) {
        return upsert(records, allOrNone, AccessLevel.SYSTEM_MODE);
    }

    public static ApexList upsert(ApexList records, AccessLevel level) {
        return upsert(records, true, level);
    }

    public static ApexList upsert(ApexList records, Boolean allOrNone, AccessLevel level) {
        return UpsertResult.listOf(dml(allOrNone, level, null).upsert(records(records)));
    }

    public static UndeleteResult undelete(SObject record) {
        return undelete(record, true);
    }

    public static UndeleteResult undelete(SObject record, Boolean allOrNone) {
        return UndeleteResult.of(dml(allOrNone, AccessLevel.SYSTEM_MODE, null).undelete(List.of(record)).get(0));
    }

    public static ApexList undelete(ApexList records) {
        return undelete(records, true);
    }

    public static ApexList undelete(ApexList records, Boolean allOrNone) {
        return UndeleteResult.listOf(dml(allOrNone, AccessLevel.SYSTEM_MODE, null).undelete(records(records)));
    }

    public static DeleteResult delete(SObject record) {
        return delete(record, true, AccessLevel.SYSTEM_MODE);
    }

    public static DeleteResult delete(SObject record, Boolean allOrNone) {
        return delete(record, allOrNone, AccessLevel.SYSTEM_MODE);
    }

    public static DeleteResult delete(SObject record, AccessLevel level) {
        return delete(record, true, level);
    }

    public static DeleteResult delete(SObject record, Boolean allOrNone, AccessLevel level) {
        return DeleteResult.of(dml(allOrNone, level, null).delete(List.of(record)).get(0));
    }

    public static ApexList delete(ApexList records) {
        return delete(records, true, AccessLevel.SYSTEM_MODE);
    }

    public static ApexList delete(ApexList records, Boolean allOrNone) {
        return delete(records, allOrNone, AccessLevel.SYSTEM_MODE);
    }

    public static ApexList delete(ApexList records, AccessLevel level) {
        return delete(records, true, level);
    }

    public static ApexList delete(ApexList records, Boolean allOrNone, AccessLevel level) {
        return DeleteResult.listOf(dml(allOrNone, level, null).delete(records(records)));
    }

    public static UpsertResult upsert(SObject record, SObjectField field) {
        return upsert(record, field, true, AccessLevel.SYSTEM_MODE);
    }

    public static UpsertResult upsert(SObject record, SObjectField field, Boolean allOrNone) {
        return upsert(record, field, allOrNone, AccessLevel.SYSTEM_MODE);
    }

    public static UpsertResult upsert(SObject record, SObjectField field, AccessLevel level) {
        return upsert(record, field, true, level);
    }

    public static UpsertResult upsert(SObject record, SObjectField field, Boolean allOrNone, AccessLevel level) {
        return UpsertResult.of(dml(allOrNone, level, field.name()).upsert(List.of(record)).get(0));
    }

    public static ApexList upsert(ApexList records, SObjectField field) {
        return upsert(records, field, true, AccessLevel.SYSTEM_MODE);
    }

    public static ApexList upsert(ApexList records, SObjectField field, Boolean allOrNone) {
        return upsert(records, field, allOrNone, AccessLevel.SYSTEM_MODE);
    }

    public static ApexList upsert(ApexList records, SObjectField field, AccessLevel level) {
        return upsert(records, field, true, level);
    }

    public static ApexList upsert(ApexList records, SObjectField field, Boolean allOrNone, AccessLevel level) {
        return UpsertResult.listOf(dml(allOrNone, level, field.name()).upsert(records(records)));
    }

    public static DeleteResult delete(ApexId id) {
        return delete(id, true);
    }

    public static DeleteResult delete(ApexId id, Boolean allOrNone) {
        return DeleteResult.of(
            dml(allOrNone, AccessLevel.SYSTEM_MODE, null)
                .delete(Dml.recordsOf(Transaction.current(), List.of(id)))
                .get(0)
        );
    }

    public static ApexId executeBatch(Object batch) {
        return BatchJobs.execute((Batchable) batch, BatchJobs.USUAL_SCOPE);
    }

    public static ApexId executeBatch(Object batch, Integer scope) {
        return BatchJobs.execute((Batchable) batch, scope);
    }

    public static Savepoint setSavepoint() {
        Transaction transaction = Transaction.current();
        transaction.limits().count(Limits.Kind.DML_STATEMENTS, 1);
        return new Savepoint(transaction);
    }

    public static void rollback(Savepoint savepoint) {
        Transaction.current().limits().count(Limits.Kind.DML_STATEMENTS, 1);
        savepoint.rollBack();
    }

    public static void releaseSavepoint(Savepoint savepoint) {
        savepoint.release();
    }
}
