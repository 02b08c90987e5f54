package localorg.runtime.schema;

/** Apex Reference, Schema.SObjectDescribeOptions Enum: how much to load, which here costs nothing. */
public enum SObjectDescribeOptions {
    DEFAULT,
    DEFERRED,
    FULL
}
