package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.CredentialPrincipalType Enum. */
public enum CredentialPrincipalType {
    AwsStsPrincipal,
    NamedPrincipal,
    PerUserPrincipal
}
