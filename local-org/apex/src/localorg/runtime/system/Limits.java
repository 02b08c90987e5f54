package localorg.runtime.system;

import localorg.runtime.Limits.Kind;
import localorg.runtime.Transaction;

/** Apex Reference, Limits Class. The heap is approximated. */
public class Limits {

    private static localorg.runtime.Limits limits() {
        return Transaction.current().limits();
    }

    public static Integer getQueries() {
        return limits().used(Kind.SOQL_QUERIES);
    }

    public static Integer getLimitQueries() {
        return limits().limit(Kind.SOQL_QUERIES);
    }

    /** Sub-queries on child relationships. */
    public static Integer getAggregateQueries() {
        return limits().used(Kind.AGGREGATE_QUERIES);
    }

    public static Integer getLimitAggregateQueries() {
        return limits().limit(Kind.AGGREGATE_QUERIES);
    }

    public static Integer getQueryRows() {
        return limits().used(Kind.QUERY_ROWS);
    }

    public static Integer getLimitQueryRows() {
        return limits().limit(Kind.QUERY_ROWS);
    }

    public static Integer getDMLStatements() {
        return limits().used(Kind.DML_STATEMENTS);
    }

    public static Integer getLimitDMLStatements() {
        return limits().limit(Kind.DML_STATEMENTS);
    }

    public static Integer getDMLRows() {
        return limits().used(Kind.DML_ROWS);
    }

    public static Integer getLimitDMLRows() {
        return limits().limit(Kind.DML_ROWS);
    }

    public static Integer getCallouts() {
        return limits().used(Kind.CALLOUTS);
    }

    public static Integer getLimitCallouts() {
        return limits().limit(Kind.CALLOUTS);
    }

    public static Integer getQueueableJobs() {
        return limits().used(Kind.QUEUEABLE_JOBS);
    }

    public static Integer getLimitQueueableJobs() {
        return limits().limit(Kind.QUEUEABLE_JOBS);
    }

    public static Integer getFutureCalls() {
        return limits().used(Kind.FUTURE_CALLS);
    }

    public static Integer getLimitFutureCalls() {
        return limits().limit(Kind.FUTURE_CALLS);
    }

    public static Integer getPublishImmediateDML() {
        return limits().used(Kind.PUBLISH_IMMEDIATE_DML);
    }

    public static Integer getLimitPublishImmediateDML() {
        return limits().limit(Kind.PUBLISH_IMMEDIATE_DML);
    }

    /** Milliseconds, a thousand statements each. */
    public static Integer getCpuTime() {
        return limits().cpuTime();
    }

    public static Integer getLimitCpuTime() {
        return limits().cpuLimit();
    }

    public static Integer getHeapSize() {
        return limits().heap().size();
    }

    public static Integer getLimitHeapSize() {
        return limits().heap().limit();
    }
}
