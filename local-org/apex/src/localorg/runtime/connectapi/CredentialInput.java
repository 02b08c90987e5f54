package localorg.runtime.connectapi;

import localorg.runtime.json.ApexTypeName;
import localorg.runtime.lang.ApexMap;

/** Apex Reference, ConnectApi.CredentialInput. */
public class CredentialInput {

    public CredentialAuthenticationProtocol authenticationProtocol;
    public CredentialAuthenticationProtocolVariant authenticationProtocolVariant;

    @ApexTypeName("com/salesforce/api/fast/Map$$ljava/lang/String$$cconnectapi/CredentialValueInput$$r")
    public ApexMap credentials;

    public String externalCredential;
    public String principalName;
    public CredentialPrincipalType principalType;
}
