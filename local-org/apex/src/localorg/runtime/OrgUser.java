package localorg.runtime;

import java.time.ZoneId;
import java.util.List;

/** A user of the org. permissionSets are developer names, timeZone a name such as Europe/Berlin. */
public record OrgUser(
    String id,
    String username,
    String firstName,
    String lastName,
    String email,
    String profile,
    List<String> permissionSets,
    String timeZone
) {
    private static final String DEFAULT_TIME_ZONE = "GMT";

    public OrgUser(
        String id,
        String username,
        String firstName,
        String lastName,
        String email,
        String profile,
        List<String> permissionSets
    ) {
        this(id, username, firstName, lastName, email, profile, permissionSets, DEFAULT_TIME_ZONE);
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
