package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.CalloutStatus Enum. */
public enum CalloutStatus {
    Disabled,
    Enabled
}
