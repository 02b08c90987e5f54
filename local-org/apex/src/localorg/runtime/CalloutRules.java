package localorg.runtime;

import localorg.runtime.exception.CalloutException;
import localorg.runtime.system.Quiddity;

/** When Apex may make a callout. */
public final class CalloutRules {

    private CalloutRules() {}

    // Imitates: no callout after DML — Apex Developer Guide: Performing DML Operations and Mock Callouts [C]
    // Imitates: a callout after a rollback, once the savepoints are released — Apex Developer Guide, Transaction Control; Spring '24 release notes [C]
    // Imitates: a scheduled class makes no callout, other jobs only when they say that they do — Apex Developer Guide, Apex Scheduler, Queueable Apex, Batch Apex [C]
    // Imitates: a trigger makes no callout — Apex Developer Guide, Invoking Callouts Using Apex (likely: the text) [C]
    // Imitates: a callout releases the rows that FOR UPDATE holds — Apex Developer Guide, Locking Statements [C]
    /** A callout of the transaction begins; a CalloutException tells what forbids it now. */
    public static void begin(Transaction transaction) {
        if (transaction.quiddity() == Quiddity.SCHEDULED) {
            throw new CalloutException("Callout from scheduled Apex not supported.");
        }
        if (TriggerContext.isExecuting()) {
            throw new CalloutException("Callout from triggers are currently not supported.");
        }
        if (transaction.quiddity().isAsynchronous() && !transaction.job().callouts()) {
            throw new CalloutException(
                "Callout not allowed from this future method. Please enable callout by annotating the future method. " +
                    "eg: @Future(callout=true)"
            );
        }
        if (transaction.hasUncommittedWork()) {
            throw new CalloutException(
                "You have uncommitted work pending. Please commit or rollback before calling out"
            );
        }
        if (!transaction.savepoints().isEmpty()) {
            throw new CalloutException("All active Savepoints must be released before making callouts.");
        }
        transaction.org().data().endWriting();
    }
}
