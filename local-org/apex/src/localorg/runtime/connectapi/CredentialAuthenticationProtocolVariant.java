package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.CredentialAuthenticationProtocolVariant Enum. */
public enum CredentialAuthenticationProtocolVariant {
    AwsSv4_STS,
    ClientCredentialsClientSecret,
    ClientCredentialsClientSecretBasic,
    ClientCredentialsJwtAssertion,
    JwtBearer,
    NoAuthentication,
    RolesAnywhere
}
