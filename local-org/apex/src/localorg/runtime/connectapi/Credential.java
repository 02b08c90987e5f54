package localorg.runtime.connectapi;

import localorg.runtime.json.ApexTypeName;
import localorg.runtime.lang.ApexMap;

/** Apex Reference, ConnectApi.Credential. */
public class Credential {

    public CredentialAuthenticationProtocol authenticationProtocol;
    public CredentialAuthenticationProtocolVariant authenticationProtocolVariant;
    public CredentialAuthenticationStatus authenticationStatus;

    @ApexTypeName("com/salesforce/api/fast/Map$$ljava/lang/String$$cconnectapi/CredentialValue$$r")
    public ApexMap credentials;

    public String externalCredential;
    public String principalName;
    public CredentialPrincipalType principalType;
}
