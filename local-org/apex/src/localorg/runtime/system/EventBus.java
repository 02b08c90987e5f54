package localorg.runtime.system;

import java.util.List;
import localorg.data.Dml;
import localorg.data.RowError;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Limits;
import localorg.runtime.Transaction;
import localorg.runtime.database.SaveResult;
import localorg.runtime.eventbus.EventDelivery;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.SObject;

/** Apex Reference, EventBus Class; Platform Events Developer Guide, publish behaviour. */
public class EventBus {

    public static SaveResult publish(SObject event) {
        count(event);
        return SaveResult.of(accept(event));
    }

    public static ApexList publish(ApexList events) {
        if (!events.items().isEmpty()) {
            count((SObject) events.items().get(0));
        }
        return SaveResult.listOf(
            events
                .items()
                .stream()
                .map(event -> accept((SObject) event))
                .toList()
        );
    }

    /** A call counts once, whatever the number of its events. */
    private static void count(SObject event) {
        boolean immediate = event.definition().isPublishedImmediately();
        Limits.Kind kind = immediate ? Limits.Kind.PUBLISH_IMMEDIATE_DML : Limits.Kind.DML_STATEMENTS;
        Transaction.current().limits().count(kind, 1);
    }

    /** Immediate events leave at once and survive a rollback; the others wait for the commit and are DML. */
    private static Dml.Outcome accept(SObject event) {
        Transaction transaction = Transaction.current();
        ObjectDefinition definition = event.definition();
        for (FieldDefinition field : definition.fields()) {
            Object value = event.get(field.name());
            if (field.required() && value == null) {
                return failure(
                    "REQUIRED_FIELD_MISSING",
                    "Required fields are missing: [" + field.name() + "]",
                    field.name()
                );
            }
            if (value instanceof String text && field.isText() && text.length() > field.length()) {
                return failure(
                    "STRING_TOO_LONG",
                    field.label() + ": data value too large: (max length=" + field.length() + ")",
                    field.name()
                );
            }
        }
        event.values().put("EventUuid", java.util.UUID.randomUUID().toString());
        event.values().put("CreatedDate", new ApexDatetime(transaction.org().now()));
        event.values().put("CreatedById", ApexId.of(transaction.user().id()));
        SObject published = SObject.of(definition.name()); // whoever published it may go on with the record
        published.values().putAll(event.values());
        if (definition.isPublishedImmediately()) {
            EventDelivery.publishNow(transaction, published);
        } else {
            transaction.markUncommitted();
            transaction.eventsAfterCommit().add(published);
        }
        return new Dml.Outcome(transaction.org().keyPrefixes().next(definition.name()), true, List.of());
    }

    private static Dml.Outcome failure(String status, String message, String field) {
        return new Dml.Outcome(null, false, List.of(new RowError(0, null, status, message, List.of(field))));
    }
}
