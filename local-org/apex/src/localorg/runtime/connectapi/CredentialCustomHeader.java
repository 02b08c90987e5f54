package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.CredentialCustomHeader. */
public class CredentialCustomHeader {

    public String headerName;
    public String headerValue;
    public String id;
    public Integer sequenceNumber;
}
