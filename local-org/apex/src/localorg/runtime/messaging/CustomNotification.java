package localorg.runtime.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import localorg.runtime.Outside;
import localorg.runtime.Transaction;
import localorg.runtime.exception.HandledException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexSet;

/** Apex Reference, CustomNotification Class. */
public class CustomNotification {

    private static final int MOST_RECIPIENTS = 500;
    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_BODY = 750;

    private String typeId;
    private String sender;
    private String title;
    private String body;
    private String targetId;
    private String targetPageRef;

    public CustomNotification() {}

    public CustomNotification(
        String typeId,
        String sender,
        String title,
        String body,
        String targetId,
        String targetPageRef
    ) {
        this.typeId = typeId;
        this.sender = sender;
        this.title = title;
        this.body = body;
        this.targetId = targetId;
        this.targetPageRef = targetPageRef;
    }

    public void setNotificationTypeId(String id) {
        typeId = id;
    }

    public void setSenderId(String id) {
        sender = id;
    }

    public void setTitle(String text) {
        title = text;
    }

    public void setBody(String text) {
        body = text;
    }

    public void setTargetId(String id) {
        targetId = id;
    }

    public void setTargetPageRef(String pageRef) {
        targetPageRef = pageRef;
    }

    // Imitates: what a notification needs, 500 recipients, sent whatever becomes of the transaction, not sent in a test — Apex Reference, CustomNotification Class (likely: texts, rollback) [C]
    public void send(ApexSet users) {
        Transaction transaction = Transaction.current();
        refuseAutomatedProcess(transaction);
        ApexId type = reference(typeId, "customNotifTypeId");
        if (transaction.data().row("CustomNotificationType", type) == null) {
            throw invalid("customNotifTypeId");
        }
        text(title, "title", LONGEST_TITLE);
        text(body, "body", LONGEST_BODY);
        if (targetId == null && targetPageRef == null) {
            throw missing("targetId");
        }
        ApexId target = targetId == null ? null : reference(targetId, "targetId");
        checkPageRef();
        List<String> recipients = recipients(transaction, users);
        if (transaction.test() == null) {
            Outside.Notification sent = new Outside.Notification(
                sender == null ? transaction.user().id() : reference(sender, "senderId").toString(),
                title,
                body,
                target == null ? null : target.toString(),
                target == null ? null : transaction.org().keyPrefixes().objectOf(target.keyPrefix()),
                targetPageRef,
                transaction.org().now()
            );
            transaction.org().outside().notify(recipients, sent);
        }
    }

    // Imitates: a custom notification sent by the Automated Process user — unknown [U41]
    private static void refuseAutomatedProcess(Transaction transaction) {
        boolean refused = transaction.org().switches().getOrDefault("U41", "a").equals("b");
        if (refused && transaction.user().isAutomatedProcess()) {
            throw new HandledException("Unsupported action type: CUSTOM_NOTIFICATION_ACTION");
        }
    }

    private static void text(String value, String name, int longest) {
        if (value == null || value.isBlank()) {
            throw missing(name);
        }
        if (value.length() > longest) {
            throw invalid(name);
        }
    }

    private static ApexId reference(String id, String name) {
        if (id == null) {
            throw missing(name);
        }
        try {
            return ApexId.of(id);
        } catch (RuntimeException e) {
            throw invalid(name);
        }
    }

    private void checkPageRef() {
        try {
            if (targetPageRef != null && !new ObjectMapper().readTree(targetPageRef).path("type").isTextual()) {
                throw invalid("targetPageRef");
            }
        } catch (JsonProcessingException e) {
            throw invalid("targetPageRef");
        }
    }

    /** Users that are active get it, others are passed over. */
    private static List<String> recipients(Transaction transaction, ApexSet users) {
        if (users == null || users.items().isEmpty()) {
            throw missing("recipientIds");
        }
        if (users.items().size() > MOST_RECIPIENTS) {
            throw invalid("recipientIds");
        }
        List<String> active = new ArrayList<>();
        for (Object one : users.items()) {
            ApexId id = reference((String) one, "recipientIds");
            String object = transaction.org().keyPrefixes().objectOf(id.keyPrefix());
            if (!"User".equals(object)) {
                throw UncatchableException.notImitated("custom notifications to " + object + " " + id);
            }
            var user = transaction.data().row("User", id);
            if (user != null && Boolean.TRUE.equals(user.get("IsActive"))) {
                active.add(id.toString());
            }
        }
        return active;
    }

    private static HandledException missing(String name) {
        return new HandledException("Missing required input parameter: " + name);
    }

    private static HandledException invalid(String name) {
        return new HandledException("Invalid parameter value for: " + name);
    }
}
