package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.NamedCredentialParameterType Enum. */
public enum NamedCredentialParameterType {
    AllowedManagedPackageNamespaces,
    ClientCertificate,
    ConnectionStatus,
    SfHttpRequestExtensionName
}
