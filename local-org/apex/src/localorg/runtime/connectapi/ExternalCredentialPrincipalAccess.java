package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.ExternalCredentialPrincipalAccess. */
public class ExternalCredentialPrincipalAccess {

    public String developerName;
    public String id;
    public ExternalCredentialPrincipalAccessType type;
}
