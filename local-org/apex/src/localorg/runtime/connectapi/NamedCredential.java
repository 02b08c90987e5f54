package localorg.runtime.connectapi;

import localorg.runtime.json.ApexTypeName;
import localorg.runtime.lang.ApexList;

/** Apex Reference, ConnectApi.NamedCredential. */
public class NamedCredential {

    public NamedCredentialCalloutOptions calloutOptions;
    public CalloutStatus calloutStatus;
    public String calloutUrl;
    public String createdByNamespace;

    @ApexTypeName("com/salesforce/api/fast/List$$lconnectapi/CredentialCustomHeader$$r")
    public ApexList customHeaders;

    public String description;
    public String developerName;

    @ApexTypeName("com/salesforce/api/fast/List$$lconnectapi/ExternalCredential$$r")
    public ApexList externalCredentials;

    public String id;
    public String masterLabel;
    public NetworkConnection networkConnection;

    @ApexTypeName("com/salesforce/api/fast/List$$lconnectapi/NamedCredentialParameter$$r")
    public ApexList parameters;

    public NamedCredentialType type;
    public String url;
}
