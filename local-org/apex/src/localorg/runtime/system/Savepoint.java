package localorg.runtime.system;

import java.util.List;
import localorg.runtime.Checkpoint;
import localorg.runtime.Transaction;
import localorg.runtime.TriggerContext;
import localorg.runtime.exception.InvalidParameterValueException;

/** A moment of the transaction to go back to (Apex Developer Guide, Transaction Control). */
public class Savepoint {

    private final Transaction transaction;
    private final Checkpoint checkpoint;
    private final boolean uncommitted;
    private final TriggerContext trigger = TriggerContext.innermost();

    Savepoint(Transaction transaction) {
        this.transaction = transaction;
        this.checkpoint = new Checkpoint(transaction);
        this.uncommitted = transaction.hasUncommittedWork();
        transaction.savepoints().add(this);
    }

    void rollBack() {
        List<Savepoint> later = followers();
        checkpoint.restore();
        transaction.setUncommitted(uncommitted);
        later.clear();
    }

    /** Frees it and those set after it; what was done since stays. */
    void release() {
        followers().clear();
        transaction.savepoints().remove(this);
    }

    // Imitates: a savepoint is void after its release, after a rollback to an earlier one, and in another run of a trigger — Apex Developer Guide, Transaction Control (likely: exception and text) [C]
    private List<Savepoint> followers() {
        List<Savepoint> active = transaction.savepoints();
        int place = active.indexOf(this);
        if (place < 0 || trigger != TriggerContext.innermost() || transaction != Transaction.current()) {
            throw new InvalidParameterValueException("The savepoint is no longer valid.");
        }
        return active.subList(place + 1, active.size());
    }
}
