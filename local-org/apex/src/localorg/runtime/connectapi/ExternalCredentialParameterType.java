package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.ExternalCredentialParameterType Enum. */
public enum ExternalCredentialParameterType {
    AdditionalRefreshStatusCode,
    AuthParameter,
    AuthProvider,
    AuthProviderUrl,
    AuthProviderUrlQueryParameter,
    JwtBodyClaim,
    JwtHeaderClaim,
    ManagedByComponent,
    ManagedByFeature,
    SfHttpRequestExtensionName,
    SigningCertificate
}
