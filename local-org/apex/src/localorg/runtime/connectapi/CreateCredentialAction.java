package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.CreateCredentialAction Enum. */
public enum CreateCredentialAction {
    Refresh
}
