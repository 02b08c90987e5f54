package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.CredentialValueInput. */
public class CredentialValueInput {

    public Boolean encrypted;
    public Integer revision;
    public String value;
}
