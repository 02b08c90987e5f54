package localorg.data;

import java.util.List;
import java.util.Set;
import localorg.runtime.exception.DmlException;
import localorg.runtime.lang.SObject;

/**
 * Setup objects and others can't be changed in one transaction; System.runAs opens a new account.
 * A User without a role may join others.
 */
public final class MixedDml {

    private static final Set<String> SETUP = Set.of(
        "Group",
        "GroupMember",
        "PermissionSet",
        "PermissionSetAssignment",
        "QueueSobject",
        "SetupEntityAccess",
        "UserRole"
    );

    private String setupObject;
    private String otherObject;

    // Imitates: MIXED_DML_OPERATION — Apex Developer Guide, sObjects That Cannot Be Used Together in DML Operations [C]
    void check(List<SObject> records) {
        for (SObject record : records) {
            boolean user = record.objectName().equals("User");
            if (SETUP.contains(record.objectName()) || (user && record.get("UserRoleId") != null)) {
                setupObject = record.objectName();
            } else if (!user) {
                otherObject = record.objectName();
            }
            if (setupObject != null && otherObject != null) {
                boolean setupNow = record.objectName().equals(setupObject);
                throw new DmlException(
                    "DML",
                    List.of(
                        new RowError(
                            0,
                            null,
                            "MIXED_DML_OPERATION",
                            "DML operation on setup object is not permitted " +
                                "after you have updated a non-setup object (or vice versa): " +
                                record.objectName() +
                                ", original object: " +
                                (setupNow ? otherObject : setupObject),
                            List.of()
                        )
                    )
                );
            }
        }
    }
}
