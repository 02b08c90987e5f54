package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.CredentialAuthenticationProtocol Enum. */
public enum CredentialAuthenticationProtocol {
    AwsSv4,
    Basic,
    Custom,
    Jwt,
    OAuth
}
