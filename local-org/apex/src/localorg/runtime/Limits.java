package localorg.runtime;

import localorg.runtime.exception.LimitException;
import localorg.runtime.system.Quiddity;

/**
 * Governor limits of a transaction (Apex Developer Guide, Execution Governors and Limits), synchronous or asynchronous.
 * CPU time is counted in statements: a thousand for a millisecond, far from any clock but the same on every machine.
 */
public final class Limits {

    /** A limit that a transaction counts up to. */
    public enum Kind {
        SOQL_QUERIES("Too many SOQL queries", 100, 200),
        AGGREGATE_QUERIES("Too many aggregate queries", 300, 600),
        QUERY_ROWS("Too many query rows", 50_000, 50_000),
        DML_STATEMENTS("Too many DML statements", 150, 150),
        DML_ROWS("Too many DML rows", 10_000, 10_000),
        CALLOUTS("Too many callouts", 100, 100),
        QUEUEABLE_JOBS("Too many queueable jobs added to the queue", 50, 1),
        FUTURE_CALLS("Too many future calls", 50, 50),
        PUBLISH_IMMEDIATE_DML("Too many PublishImmediate DML", 150, 150);

        private final String text;
        private final int synchronous;
        private final int asynchronous;

        Kind(String text, int synchronous, int asynchronous) {
            this.text = text;
            this.synchronous = synchronous;
            this.asynchronous = asynchronous;
        }
    }

    // Imitates: governor limits per transaction, CPU counted in statements — Execution Governors and Limits [L]
    private static final long STATEMENTS_PER_MILLISECOND = 1000;
    private static final int CPU_SYNCHRONOUS = 10_000;
    private static final int CPU_ASYNCHRONOUS = 60_000;

    private final Quiddity quiddity;
    private final int[] used = new int[Kind.values().length];
    private final long statementLimit;
    private boolean readOnly;
    private final Heap heap;
    private long statements;

    public Limits(Quiddity quiddity) {
        this.quiddity = quiddity;
        // Apex Developer Guide, Transaction Finalizers: of asynchronous limits they have this one
        this.heap = new Heap(quiddity.isAsynchronous() || quiddity == Quiddity.TRANSACTION_FINALIZER_QUEUEABLE);
        this.statementLimit = cpuLimit() * STATEMENTS_PER_MILLISECOND;
    }

    public void count(Kind kind, int amount) {
        used[kind.ordinal()] += amount;
        if (used(kind) > limit(kind)) {
            throw new LimitException(kind.text + ": " + used(kind));
        }
    }

    /** What is used of each. */
    public int[] used() {
        return used.clone();
    }

    /** Goes back to what was used at an earlier moment. */
    public void reset(int[] earlier) {
        System.arraycopy(earlier, 0, used, 0, used.length);
    }

    public int used(Kind kind) {
        return used[kind.ordinal()];
    }

    public int limit(Kind kind) {
        boolean forbidden = readOnly && (kind == Kind.DML_STATEMENTS || kind == Kind.DML_ROWS);
        boolean job = kind == Kind.QUEUEABLE_JOBS || kind == Kind.FUTURE_CALLS;
        if (job && quiddity == Quiddity.TRANSACTION_FINALIZER_QUEUEABLE) {
            return 1;
        }
        return forbidden ? 0 : isAsynchronous() ? kind.asynchronous : kind.synchronous;
    }

    /**
     * A cacheable method may not change data (Lightning Web Components Developer Guide, Client-Side Caching of Apex
     * Method Results).
     */
    public void forbidDml() {
        readOnly = true;
    }

    void countStatement() {
        if (++statements > statementLimit) {
            throw new LimitException("Apex CPU time limit exceeded");
        }
    }

    public long statements() {
        return statements;
    }

    public int cpuTime() {
        return (int) (statements / STATEMENTS_PER_MILLISECOND);
    }

    public int cpuLimit() {
        return isAsynchronous() ? CPU_ASYNCHRONOUS : CPU_SYNCHRONOUS;
    }

    public Heap heap() {
        return heap;
    }

    public boolean isAsynchronous() {
        return quiddity.isAsynchronous();
    }
}
