package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.NamedCredentialType Enum. */
public enum NamedCredentialType {
    PrivateEndpoint,
    SecuredEndpoint
}
