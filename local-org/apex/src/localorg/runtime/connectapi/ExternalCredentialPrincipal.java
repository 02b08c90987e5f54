package localorg.runtime.connectapi;

import localorg.runtime.json.ApexTypeName;
import localorg.runtime.lang.ApexList;

/** Apex Reference, ConnectApi.ExternalCredentialPrincipal. */
public class ExternalCredentialPrincipal {

    public CredentialAuthenticationStatus authenticationStatus;
    public String id;

    @ApexTypeName("com/salesforce/api/fast/List$$lconnectapi/ExternalCredentialParameter$$r")
    public ApexList parameters;

    @ApexTypeName("com/salesforce/api/fast/List$$lconnectapi/ExternalCredentialPrincipalAccess$$r")
    public ApexList principalAccess;

    public String principalName;
    public CredentialPrincipalType principalType;
    public Integer sequenceNumber;
}
