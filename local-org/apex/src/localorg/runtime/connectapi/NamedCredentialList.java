package localorg.runtime.connectapi;

import localorg.runtime.json.ApexTypeName;
import localorg.runtime.lang.ApexList;

/** Apex Reference, ConnectApi.NamedCredentialList. */
public class NamedCredentialList {

    @ApexTypeName("com/salesforce/api/fast/List$$lconnectapi/NamedCredential$$r")
    public ApexList namedCredentials;
}
