package localorg.runtime.connectapi;

import localorg.runtime.json.ApexTypeName;
import localorg.runtime.lang.ApexList;

/** Apex Reference, ConnectApi.ExternalCredentialList. */
public class ExternalCredentialList {

    @ApexTypeName("com/salesforce/api/fast/List$$lconnectapi/ExternalCredential$$r")
    public ApexList externalCredentials;
}
