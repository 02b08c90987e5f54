package localorg.runtime;

import java.time.ZoneId;
import java.util.List;

/**
 * A user of the org. permissionSets are developer names, timeZone a name such as Europe/Berlin, language and locale as in
 * the fields LanguageLocaleKey and LocaleSidKey.
 */
public record OrgUser(
    String id,
    String username,
    String firstName,
    String lastName,
    String email,
    String profile,
    List<String> permissionSets,
    String timeZone,
    String language,
    String locale
) {
    /** As whom the platform itself runs Apex, where nobody told it another. */
    public static final OrgUser AUTOMATED_PROCESS = new OrgUser(
        "005000000000099AAA",
        "autoproc@local.example",
        null,
        "Automated Process",
        "noreply@local.example",
        "System Administrator",
        List.of()
    );
    public static final String DEFAULT_TIME_ZONE = "GMT";
    public static final String DEFAULT_LANGUAGE = "en_US";

    public OrgUser(
        String id,
        String username,
        String firstName,
        String lastName,
        String email,
        String profile,
        List<String> permissionSets
    ) {
        this(
            id,
            username,
            firstName,
            lastName,
            email,
            profile,
            permissionSets,
            DEFAULT_TIME_ZONE,
            DEFAULT_LANGUAGE,
            DEFAULT_LANGUAGE
        );
    }

    public boolean isAutomatedProcess() {
        return username.equals(AUTOMATED_PROCESS.username);
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public boolean isAdministrator() {
        return profile.equals("System Administrator");
    }

    public String fullName() {
        return (firstName == null ? "" : firstName + " ") + lastName;
    }
}
