package localorg.data;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.OrgMetadata;
import localorg.metadata.PermissionSet;
import localorg.runtime.OrgUser;
import localorg.runtime.lang.ApexId;

/**
 * What a user may do: object and field permissions, class access, custom permissions, ownership.
 */
// Imitates: two profiles: System Administrator may do everything, any other what its permission sets grant and the usual with standard objects — Salesforce Help: standard profiles [L]
// Imitates: with sharing, others' rows are out of reach: no role hierarchy, sharing rules, teams or public objects — Salesforce Help: organization-wide defaults, Private [L]
public final class Access {

    /** What a Standard User may read and edit without any permission set. */
    private static final Set<String> STANDARD_OBJECTS = Set.of(
        "Account",
        "Contact",
        "Opportunity",
        "Lead",
        "Case",
        "Task",
        "Event"
    );
    private static final Set<String> READABLE_BY_ALL = Set.of(
        "User",
        "Organization",
        "Profile",
        "StaticResource",
        "PermissionSet",
        "PermissionSetAssignment",
        "CustomPermission",
        "AuthProvider",
        "NamedCredential",
        "Group",
        "UserRole",
        "ApexClass",
        "AsyncApexJob",
        "CronTrigger",
        "CronJobDetail",
        "CustomNotificationType"
    );

    private final OrgMetadata metadata;
    private final OrgUser user;

    public Access(OrgMetadata metadata, OrgUser user) {
        this.metadata = metadata;
        this.user = user;
    }

    private List<PermissionSet> permissionSets() {
        return user.permissionSets().stream().map(metadata::permissionSet).filter(Objects::nonNull).toList();
    }

    public boolean mayUseClass(String className) {
        return (
            user.isAdministrator() ||
            permissionSets()
                .stream()
                .anyMatch(set -> set.grantsClass(className))
        );
    }

    /** A custom permission is nobody's by default, not even an administrator's. */
    public boolean hasCustomPermission(String name) {
        return permissionSets()
            .stream()
            .anyMatch(set -> set.grantsCustomPermission(name));
    }

    private boolean has(String object, Predicate<PermissionSet.ObjectRights> right) {
        return permissionSets()
            .stream()
            .map(set -> set.objectRights(object))
            .filter(Objects::nonNull)
            .anyMatch(right);
    }

    public boolean mayRead(ObjectDefinition object) {
        if (
            user.isAdministrator() ||
            STANDARD_OBJECTS.contains(object.name()) ||
            READABLE_BY_ALL.contains(object.name())
        ) {
            return true;
        }
        if (object.isCustomMetadata()) {
            return permissionSets()
                .stream()
                .anyMatch(set -> set.grantsCustomMetadataType(object.name()));
        }
        return has(object.name(), PermissionSet.ObjectRights::read);
    }

    public boolean mayCreate(ObjectDefinition object) {
        return (
            user.isAdministrator() ||
            STANDARD_OBJECTS.contains(object.name()) ||
            has(object.name(), PermissionSet.ObjectRights::create)
        );
    }

    public boolean mayEdit(ObjectDefinition object) {
        return (
            user.isAdministrator() ||
            STANDARD_OBJECTS.contains(object.name()) ||
            has(object.name(), PermissionSet.ObjectRights::edit)
        );
    }

    public boolean mayDelete(ObjectDefinition object) {
        return (
            user.isAdministrator() ||
            STANDARD_OBJECTS.contains(object.name()) ||
            has(object.name(), PermissionSet.ObjectRights::delete)
        );
    }

    /** Rows that only administrators are promised (Object Reference: AuthProvider, Special Access Rules). */
    boolean isSetupObject(ObjectDefinition object) {
        return (
            !user.isAdministrator() && (object.name().equals("AuthProvider") || object.name().equals("NamedCredential"))
        );
    }

    private static boolean isAlwaysVisible(FieldDefinition field) {
        return !field.custom() || field.required() || field.type().equals("MasterDetail"); // such fields have no field-level security
    }

    public boolean mayRead(ObjectDefinition object, FieldDefinition field) {
        if (!mayRead(object)) {
            return false;
        }
        return (
            user.isAdministrator() ||
            isAlwaysVisible(field) ||
            object.isCustomMetadata() ||
            permissionSets()
                .stream()
                .map(set -> set.fieldRights(object.name(), field.name()))
                .filter(Objects::nonNull)
                .anyMatch(PermissionSet.FieldRights::read)
        );
    }

    public boolean mayEdit(ObjectDefinition object, FieldDefinition field) {
        return (
            user.isAdministrator() ||
            isAlwaysVisible(field) ||
            object.isPlatformEvent() ||
            permissionSets()
                .stream()
                .map(set -> set.fieldRights(object.name(), field.name()))
                .filter(Objects::nonNull)
                .anyMatch(PermissionSet.FieldRights::edit)
        );
    }

    /** Sharing: a private object's rows are its owner's, unless the user may view all of them. */
    public boolean sees(ObjectDefinition object, Object owner) {
        return !object.isPrivate() || owns(owner) || viewsAll(object);
    }

    public boolean mayChange(ObjectDefinition object, Object owner) {
        return (
            !object.isReadOnlyForOthers() ||
            owns(owner) ||
            user.isAdministrator() ||
            has(object.name(), PermissionSet.ObjectRights::modifyAll)
        );
    }

    private boolean owns(Object owner) {
        return owner == null || owner.equals(ApexId.of(user.id()));
    }

    private boolean viewsAll(ObjectDefinition object) {
        return user.isAdministrator() || has(object.name(), rights -> rights.viewAll() || rights.modifyAll());
    }
}
