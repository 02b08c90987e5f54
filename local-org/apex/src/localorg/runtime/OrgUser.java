package localorg.runtime;

import java.util.List;

/** A user of the org. permissionSets are developer names. */
public record OrgUser(
    String id,
    String username,
    String firstName,
    String lastName,
    String email,
    String profile,
    List<String> permissionSets
) {
    public boolean isAdministrator() {
        return profile.equals("System Administrator");
    }

    public String fullName() {
        return (firstName == null ? "" : firstName + " ") + lastName;
    }
}
