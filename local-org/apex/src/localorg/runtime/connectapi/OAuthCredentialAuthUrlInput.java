package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.OAuthCredentialAuthUrlInput. */
public class OAuthCredentialAuthUrlInput {

    public String externalCredential;
    public String principalName;
    public CredentialPrincipalType principalType;
    public String returnUrl;
}
