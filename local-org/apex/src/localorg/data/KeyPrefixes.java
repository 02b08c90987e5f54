package localorg.data;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.OrgMetadata;
import localorg.runtime.lang.ApexId;

/**
 * The first three characters of Ids, by object (Object Reference: key prefixes of standard objects), and the making of
 * new Ids.
 */
public final class KeyPrefixes {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Map<String, String> STANDARD = Map.ofEntries(
        Map.entry("Account", "001"),
        Map.entry("Contact", "003"),
        Map.entry("User", "005"),
        Map.entry("Opportunity", "006"),
        Map.entry("Case", "500"),
        Map.entry("Lead", "00Q"),
        Map.entry("Organization", "00D"),
        Map.entry("Profile", "00e"),
        Map.entry("PermissionSet", "0PS"),
        Map.entry("PermissionSetAssignment", "0Pa"),
        Map.entry("StaticResource", "081"),
        Map.entry("AsyncApexJob", "707"),
        Map.entry("CronTrigger", "08e"),
        Map.entry("CronJobDetail", "08a"),
        Map.entry("CustomPermission", "0CP"),
        Map.entry("Group", "00G"),
        Map.entry("Task", "00T"),
        Map.entry("ApexClass", "01p"),
        Map.entry("AuthProvider", "0SO"),
        Map.entry("NamedCredential", "0XA"),
        Map.entry("CustomNotificationType", "0ML"),
        Map.entry("UserRole", "00E")
    );

    private final OrgMetadata metadata;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, String> objects = new HashMap<>();
    private final AtomicLong counter = new AtomicLong();
    private int assigned;

    public KeyPrefixes(OrgMetadata metadata) {
        this.metadata = metadata;
        STANDARD.forEach((object, prefix) -> objects.put(prefix, object));
        for (ObjectDefinition object : metadata.knownObjects()) {
            prefixOf(object.name());
        }
    }

    /** a00, a01 … for custom objects, m00 … for custom metadata types, e00 … for platform events. */
    public synchronized String prefixOf(String object) {
        String standard = STANDARD.get(object);
        if (standard != null) {
            return standard;
        }
        return prefixes.computeIfAbsent(object, name -> {
            ObjectDefinition definition = metadata.object(name);
            char first =
                definition == null || !definition.isCustom()
                    ? '0'
                    : definition.isCustomMetadata()
                      ? 'm'
                      : definition.isPlatformEvent()
                        ? 'e'
                        : 'a';
            String prefix = first + (first == '0' ? "z" : "0") + DIGITS.charAt(assigned++ % DIGITS.length());
            objects.put(prefix, name);
            return prefix;
        });
    }

    /** The object with that prefix, or null. */
    public synchronized String objectOf(String prefix) {
        return objects.get(prefix);
    }

    public ApexId next(String object) {
        StringBuilder number = new StringBuilder();
        for (long rest = counter.incrementAndGet(); rest > 0; rest /= DIGITS.length()) {
            number.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        return ApexId.of(prefixOf(object) + "5g0000" + "0".repeat(6 - number.length()) + number);
    }
}
