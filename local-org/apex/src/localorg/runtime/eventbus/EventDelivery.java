package localorg.runtime.eventbus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localorg.runtime.Transaction;
import localorg.runtime.TriggerContext;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.Quiddity;
import localorg.runtime.system.TriggerOperation;

/**
 * Brings platform events to their subscribers: the triggers, which run as the Automated Process user in a transaction
 * of their own, and
 * whoever listens outside (Platform Events Developer Guide, Subscribe to Platform Event Notifications with Apex
 * Triggers).
 */
public final class EventDelivery {

    private EventDelivery() {}

    /** An immediate event. In a test it waits for Test.stopTest or Test.getEventBus().deliver(). */
    public static void publishNow(Transaction transaction, SObject event) {
        if (transaction.losesEvents()) {
            return;
        }
        if (transaction.test() == null) {
            transaction.org().later(() -> deliver(transaction, List.of(event)));
        } else {
            transaction.test().events().add(event);
        }
    }

    public static void deliver(Transaction transaction, List<SObject> events) {
        Map<String, List<SObject>> byName = new LinkedHashMap<>();
        events.forEach(event -> byName.computeIfAbsent(event.objectName(), key -> new ArrayList<>()).add(event));
        byName.forEach((name, batch) -> {
            if (!transaction.program().triggers(name).isEmpty()) {
                runTriggers(transaction, name, batch);
            }
            batch.forEach(event -> transaction.org().outside().event(name, event.values()));
        });
    }

    // Imitates: triggers on events run as Automated Process in a transaction of their own — Platform Events Developer Guide [C]
    private static void runTriggers(Transaction transaction, String name, List<SObject> batch) {
        Transaction subscriber = transaction.forSubscriber(transaction.org().automatedProcess(), Quiddity.SYNCHRONOUS);
        try {
            subscriber.run(() -> {
                TriggerContext.run(name, TriggerOperation.AFTER_INSERT, batch, null);
                subscriber.commit();
            });
        } catch (RuntimeException e) {
            if (transaction.test() != null) {
                throw e;
            }
            System.err.println("A trigger on " + name + " failed: " + e); // other subscribers get the events nevertheless
        }
    }
}
