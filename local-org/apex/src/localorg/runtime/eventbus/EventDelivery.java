package localorg.runtime.eventbus;

import java.util.List;
import localorg.runtime.Transaction;
import localorg.runtime.lang.SObject;

/** Brings platform events to their subscribers. */
public final class EventDelivery {
    private EventDelivery() {}

    /** In a test an event waits for Test.stopTest or Test.getEventBus().deliver(). */
    public static void publishNow(Transaction transaction, SObject event) {
        if (transaction.test() == null) {
            deliver(transaction, List.of(event));
        } else {
            transaction.test().events().add(event);
        }
    }

    public static void deliver(Transaction transaction, List<SObject> events) {
        for (SObject event : events) {
            transaction.org().outside().event(event.objectName(), event.values());
        }
    }
}
