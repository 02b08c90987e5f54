package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.CredentialAuthenticationStatus Enum. */
public enum CredentialAuthenticationStatus {
    Configured,
    NotConfigured,
    Unknown
}
