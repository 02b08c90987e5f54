package localorg.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import localorg.metadata.AnyCase;
import localorg.metadata.AnyCaseMap;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.metadata.OrgMetadata;
import localorg.runtime.Conversions;
import localorg.runtime.Org;
import localorg.runtime.OrgUser;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;

/**
 * The committed rows of the org. A row is a map from field name (in any case) to value that is never changed once
 * stored.
 */
public final class DataStore {

    private final Org org;
    private final AutoNumbers autoNumbers = new AutoNumbers();
    private static final int LOCK_SECONDS = 10;

    private final ReentrantLock writing = new ReentrantLock();
    private final Map<String, Map<ApexId, Map<String, Object>>> tables = new TreeMap<>(AnyCase.ORDER);

    public DataStore(Org org) {
        this.org = org;
        addOrganization();
        List.of("System Administrator", "Standard User").forEach(profile -> put("Profile", row("Name", profile)));
        org.metadata().records().forEach(this::addCustomMetadata);
        org.metadata()
            .permissionSets()
            .forEach(set -> put("PermissionSet", row("Name", set.name(), "Label", set.name())));
        org.metadata()
            .customPermissions()
            .forEach((name, label) -> put("CustomPermission", row("DeveloperName", name, "MasterLabel", label)));
        org.metadata().staticResources().forEach(this::addStaticResource);
        org.metadata().notificationTypes().forEach(this::addNotificationType);
        org.program()
            .fileIds()
            .keySet()
            .forEach(name -> put("ApexClass", row("Name", name)));
    }

    private void addOrganization() {
        Org.Identity identity = org.identity();
        Map<String, Object> row = row(
            "Name",
            identity.name(),
            "IsSandbox",
            identity.isSandbox(),
            "InstanceName",
            identity.instanceName(),
            "OrganizationType",
            "Developer Edition"
        );
        row.put("Id", ApexId.of(identity.id()));
        put("Organization", row);
    }

    private void addCustomMetadata(OrgMetadata.CustomMetadataRecord record) {
        ObjectDefinition type = org.metadata().object(record.type());
        if (type == null) {
            throw new IllegalStateException(
                "Custom metadata record " + record.type() + "." + record.developerName() + " has no type"
            );
        }
        Map<String, Object> row = row(
            "DeveloperName",
            record.developerName(),
            "MasterLabel",
            record.label(),
            "Label",
            record.label(),
            "QualifiedApiName",
            record.developerName(),
            "Language",
            "en_US"
        );
        for (FieldDefinition field : type.fields()) {
            if (field.custom() && record.values().containsKey(field.name())) {
                row.put(field.name(), Conversions.fromText(field, record.values().get(field.name())));
            } else if (field.custom() && field.type().equals("Checkbox")) {
                row.put(field.name(), "true".equals(field.defaultValue()));
            }
        }
        put(type.name(), row);
    }

    private void addNotificationType(OrgMetadata.NotificationType type) {
        put(
            "CustomNotificationType",
            row(
                "DeveloperName",
                type.developerName(),
                "CustomNotifTypeName",
                type.name(),
                "MasterLabel",
                type.label(),
                "Desktop",
                type.desktop(),
                "Mobile",
                type.mobile()
            )
        );
    }

    private void addStaticResource(OrgMetadata.StaticResource resource) {
        try {
            put(
                "StaticResource",
                row(
                    "Name",
                    resource.name(),
                    "ContentType",
                    resource.contentType(),
                    "Body",
                    new ApexBlob(java.nio.file.Files.readAllBytes(resource.file()))
                )
            );
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    AutoNumbers autoNumbers() {
        return autoNumbers;
    }

    /** A user with its profile and permission set assignments. */
    public void add(OrgUser user) {
        ApexId profile = table("Profile")
            .entrySet()
            .stream()
            .filter(entry -> user.profile().equals(entry.getValue().get("Name")))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> put("Profile", row("Name", user.profile())));
        Map<String, Object> row = row(
            "Username",
            user.username(),
            "FirstName",
            user.firstName(),
            "LastName",
            user.lastName(),
            "Name",
            user.fullName(),
            "Alias",
            user.username().replaceFirst("^([^@]{1,8}).*$", "$1"),
            "Email",
            user.email(),
            "ProfileId",
            profile,
            "IsActive",
            true,
            "TimeZoneSidKey",
            user.timeZone(),
            "EmailEncodingKey",
            "UTF-8",
            "LanguageLocaleKey",
            user.language(),
            "LocaleSidKey",
            user.locale()
        );
        row.put("Id", ApexId.of(user.id()));
        put("User", row);
        for (String name : user.permissionSets()) {
            table("PermissionSet").forEach((id, set) -> {
                if (name.equals(set.get("Name"))) {
                    put("PermissionSetAssignment", row("AssigneeId", ApexId.of(user.id()), "PermissionSetId", id));
                }
            });
        }
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new AnyCaseMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    /** Adds a row as if it had always been there; gives it an Id when it has none. */
    public synchronized ApexId put(String object, Map<String, Object> values) {
        Map<String, Object> row = new AnyCaseMap<>(values);
        ApexId id = (ApexId) row.computeIfAbsent("Id", key -> org.keyPrefixes().next(object));
        ApexDatetime created = new ApexDatetime(org.now());
        row.putIfAbsent("CreatedDate", created);
        row.putIfAbsent("LastModifiedDate", created);
        row.putIfAbsent("IsDeleted", false);
        tables.computeIfAbsent(object, key -> new LinkedHashMap<>()).put(id, row);
        return id;
    }

    synchronized Map<String, Object> row(String object, ApexId id) {
        return tables.getOrDefault(object, Map.of()).get(id);
    }

    synchronized Map<ApexId, Map<String, Object>> table(String object) {
        return new LinkedHashMap<>(tables.getOrDefault(object, Map.of()));
    }

    /** Makes a transaction's changes everybody's. A null row is a deletion. */
    public synchronized void commit(DataView view) {
        view.changes().forEach((object, rows) -> {
            Map<ApexId, Map<String, Object>> table = tables.computeIfAbsent(object, key -> new LinkedHashMap<>());
            rows.forEach((id, row) -> {
                if (row == null) {
                    table.remove(id);
                } else {
                    table.put(id, row);
                }
            });
        });
        view.index().clear(); // a transaction that has ended is kept for what it cost
    }

    /**
     * One transaction writes at a time; another waits with its first DML or FOR UPDATE until that one has ended; false
     * when it waited in vain.
     */
    // Imitates: a row that another transaction holds is waited for ten seconds, then UNABLE_TO_LOCK_ROW — Apex Developer Guide, locking [L]
    boolean beginWriting() {
        try {
            return writing.tryLock(LOCK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The end of a transaction, after its commit or without one. */
    public void endWriting() {
        while (writing.isHeldByCurrentThread()) {
            writing.unlock();
        }
    }

    Org org() {
        return org;
    }
}
