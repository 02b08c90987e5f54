package localorg.runtime.connectapi;

import localorg.runtime.json.ApexTypeName;
import localorg.runtime.lang.ApexList;

/** Apex Reference, ConnectApi.ExternalCredential. */
public class ExternalCredential {

    public CredentialAuthenticationProtocol authenticationProtocol;
    public CredentialAuthenticationProtocolVariant authenticationProtocolVariant;
    public CredentialAuthenticationStatus authenticationStatus;
    public String createdByNamespace;

    @ApexTypeName("com/salesforce/api/fast/List$$lconnectapi/CredentialCustomHeader$$r")
    public ApexList customHeaders;

    public String developerName;
    public String id;
    public String masterLabel;

    @ApexTypeName("com/salesforce/api/fast/List$$lconnectapi/ExternalCredentialParameter$$r")
    public ApexList parameters;

    @ApexTypeName("com/salesforce/api/fast/List$$lconnectapi/ExternalCredentialPrincipal$$r")
    public ApexList principals;

    @ApexTypeName("com/salesforce/api/fast/List$$lconnectapi/NamedCredential$$r")
    public ApexList relatedNamedCredentials;

    public String url;
}
