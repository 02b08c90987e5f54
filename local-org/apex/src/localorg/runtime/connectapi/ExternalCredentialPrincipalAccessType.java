package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.ExternalCredentialPrincipalAccessType Enum. */
public enum ExternalCredentialPrincipalAccessType {
    PermissionSet,
    PermissionSetGroup,
    Profile
}
