package localorg.runtime.system;

/** Apex Reference, LoggingLevel Enum. */
public enum LoggingLevel {
    NONE,
    ERROR,
    WARN,
    INFO,
    DEBUG,
    FINE,
    FINER,
    FINEST,
    INTERNAL
}
