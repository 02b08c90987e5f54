package localorg.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import localorg.metadata.AnyCase;
import localorg.metadata.AnyCaseMap;
import localorg.runtime.Org;
import localorg.runtime.OrgUser;
import localorg.runtime.exception.TypeException;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.SObject;

/** What one transaction sees: the committed rows with its own changes on top. */
public final class DataView {

    /** Enough to take it back; first says that the transaction had not changed that row before. */
    private record Change(String object, ApexId id, boolean first, Map<String, Object> before) {}

    /** No name of a field. */
    private static final String ALONG = "deleted along";

    private final DataStore store;
    private final Map<String, Map<ApexId, Map<String, Object>>> changes = new TreeMap<>(AnyCase.ORDER);

    private final List<Change> journal = new ArrayList<>();
    private final FieldIndex index = new FieldIndex(this);

    public DataView(DataStore store) {
        this.store = store;
    }

    /** The same state for a transaction of its own: what a @TestSetup method left. */
    public DataView copy() {
        DataView copy = new DataView(store);
        changes.forEach((object, rows) -> copy.changes.put(object, new LinkedHashMap<>(rows)));
        return copy;
    }

    /** How many changes led to the state of this moment. */
    public int position() {
        return journal.size();
    }

    /** Takes back every change after a position. */
    public void backTo(int position) {
        for (int last = journal.size() - 1; last >= position; last--) {
            Change change = journal.remove(last);
            Map<ApexId, Map<String, Object>> rows = changes.get(change.object);
            if (change.first) {
                rows.remove(change.id);
            } else {
                rows.put(change.id, change.before);
            }
        }
        // also when nothing is taken back: after a rollback a callout may come, and others' rows with it
        index.clear();
    }

    /** Finds rows by their unique fields and lookups. */
    FieldIndex index() {
        return index;
    }

    Map<String, Map<ApexId, Map<String, Object>>> changes() {
        return changes;
    }

    public List<Map<String, Object>> rows(String object) {
        return allRows(object)
            .stream()
            .filter(row -> !isDeleted(row))
            .toList();
    }

    /** Also the rows in the recycle bin: ALL ROWS. */
    List<Map<String, Object>> allRows(String object) {
        Map<ApexId, Map<String, Object>> rows = store.table(object);
        Map<ApexId, Map<String, Object>> changed = changes.getOrDefault(object, Map.of());
        if (rows.isEmpty()) {
            rows = changed;
        } else {
            rows.putAll(changed);
        }
        return rows.values().stream().filter(Objects::nonNull).toList();
    }

    static boolean isDeleted(Map<String, Object> row) {
        return Boolean.TRUE.equals(row.get("IsDeleted"));
    }

    /** The row with that Id, or null. */
    public Map<String, Object> row(String object, ApexId id) {
        Map<String, Object> row = anyRow(object, id);
        return row == null || isDeleted(row) ? null : row;
    }

    /** Also one in the recycle bin. */
    Map<String, Object> anyRow(String object, ApexId id) {
        Map<ApexId, Map<String, Object>> changed = changes.getOrDefault(object, Map.of());
        return changed.containsKey(id) ? changed.get(id) : store.row(object, id);
    }

    boolean isInRecycleBin(String object, ApexId id) {
        Map<String, Object> row = anyRow(object, id);
        return row != null && isDeleted(row);
    }

    /** Keeps with the row what its deletion did to others. */
    void putIntoRecycleBin(String object, ApexId id, Object along) {
        Map<String, Object> row = new AnyCaseMap<>(anyRow(object, id));
        row.put("IsDeleted", true);
        row.put(ALONG, along);
        put(object, id, row);
    }

    /** Answers what was kept with the row. */
    Object takeFromRecycleBin(String object, ApexId id) {
        Map<String, Object> row = new AnyCaseMap<>(anyRow(object, id));
        row.put("IsDeleted", false);
        Object along = row.remove(ALONG);
        put(object, id, row);
        return along;
    }

    /** Whether this transaction has deleted it. */
    boolean isDeleted(String object, ApexId id) {
        Map<ApexId, Map<String, Object>> changed = changes.getOrDefault(object, Map.of());
        return changed.containsKey(id) && changed.get(id) == null;
    }

    void put(String object, ApexId id, Map<String, Object> row) {
        Map<ApexId, Map<String, Object>> rows = changes.computeIfAbsent(object, key -> new LinkedHashMap<>());
        boolean first = !rows.containsKey(id);
        journal.add(new Change(object, id, first, rows.put(id, row)));
        index.take(object, id, row);
    }

    /** Test.setCreatedDate. */
    public void setCreatedDate(ApexId id, ApexDatetime created) {
        String object = store.org().keyPrefixes().objectOf(id.keyPrefix());
        Map<String, Object> row = new AnyCaseMap<>(row(object, id));
        row.put("CreatedDate", created);
        put(object, id, row);
    }

    void delete(String object, ApexId id) {
        put(object, id, null);
    }

    /**
     * The user that System.runAs names: by Id when it has one, else a user that exists only in memory (it needs no
     * DML).
     */
    public OrgUser user(SObject record) {
        ApexId id = (ApexId) record.get("Id");
        Org org = store.org();
        if (id == null) {
            return new OrgUser(
                org.keyPrefixes().next("User").toString(),
                (String) record.get("Username"),
                (String) record.get("FirstName"),
                Objects.toString(record.get("LastName"), ""),
                (String) record.get("Email"),
                profileName((ApexId) record.get("ProfileId")),
                List.of(),
                setting(record.values(), "TimeZoneSidKey", OrgUser.DEFAULT_TIME_ZONE),
                setting(record.values(), "LanguageLocaleKey", OrgUser.DEFAULT_LANGUAGE),
                setting(record.values(), "LocaleSidKey", OrgUser.DEFAULT_LANGUAGE)
            );
        }
        Map<String, Object> row = row("User", id);
        if (row == null) {
            throw new TypeException("Invalid user: " + id);
        }
        List<String> sets = rows("PermissionSetAssignment")
            .stream()
            .filter(assignment -> id.equals(assignment.get("AssigneeId")))
            .map(assignment -> row("PermissionSet", (ApexId) assignment.get("PermissionSetId")))
            .filter(Objects::nonNull)
            .map(set -> (String) set.get("Name"))
            .toList();
        return new OrgUser(
            id.toString(),
            (String) row.get("Username"),
            (String) row.get("FirstName"),
            Objects.toString(row.get("LastName"), ""),
            (String) row.get("Email"),
            profileName((ApexId) row.get("ProfileId")),
            sets,
            setting(row, "TimeZoneSidKey", OrgUser.DEFAULT_TIME_ZONE),
            setting(row, "LanguageLocaleKey", OrgUser.DEFAULT_LANGUAGE),
            setting(row, "LocaleSidKey", OrgUser.DEFAULT_LANGUAGE)
        );
    }

    private static String setting(Map<String, Object> user, String field, String otherwise) {
        return Objects.toString(user.get(field), otherwise);
    }

    private String profileName(ApexId profile) {
        Map<String, Object> row = profile == null ? null : row("Profile", profile);
        return row == null ? "Standard User" : (String) row.get("Name");
    }
}
