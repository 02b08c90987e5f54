package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.OAuthCredentialAuthUrl. */
public class OAuthCredentialAuthUrl {

    public String authenticationUrl;
    public String externalCredential;
    public String principalName;
    public CredentialPrincipalType principalType;
}
