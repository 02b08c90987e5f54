package localorg.runtime.system;

/** Apex Reference, AccessType Enum. */
public enum AccessType {
    CREATABLE,
    READABLE,
    UPDATABLE,
    UPSERTABLE
}
