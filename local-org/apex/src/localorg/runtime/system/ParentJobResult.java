package localorg.runtime.system;

/** Apex Reference, ParentJobResult Enum. */
public enum ParentJobResult {
    SUCCESS,
    UNHANDLED_EXCEPTION
}
