package localorg.runtime;

import java.util.List;

/** A moment of a transaction to go back to: its rows, and what waits for its commit. */
public final class Checkpoint {

    private final Transaction transaction;
    private final int rows;
    private final int events;
    private final int jobs;

    public Checkpoint(Transaction transaction) {
        this.transaction = transaction;
        this.rows = transaction.data().position();
        this.events = transaction.eventsAfterCommit().size();
        this.jobs = transaction.jobs().size();
    }

    // Imitates: a rollback takes back events that wait for the commit, and jobs; immediate events are out — Platform Events Developer Guide, publish behaviour; Apex Developer Guide, Queueable Apex [C]
    public void restore() {
        transaction.data().backTo(rows);
        keep(transaction.eventsAfterCommit(), events);
        keep(transaction.jobs(), jobs);
    }

    private static void keep(List<?> left, int first) {
        left.subList(Math.min(first, left.size()), left.size()).clear();
    }
}
