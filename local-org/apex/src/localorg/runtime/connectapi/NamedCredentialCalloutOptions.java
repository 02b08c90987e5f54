package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.NamedCredentialCalloutOptions. */
public class NamedCredentialCalloutOptions {

    public Boolean allowMergeFieldsInBody;
    public Boolean allowMergeFieldsInHeader;
    public Boolean generateAuthorizationHeader;
}
