package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.CredentialValue. */
public class CredentialValue {

    public Boolean encrypted;
    public Integer revision;
    public String value;
}
