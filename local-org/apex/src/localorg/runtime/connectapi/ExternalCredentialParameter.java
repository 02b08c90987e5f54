package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.ExternalCredentialParameter. */
public class ExternalCredentialParameter {

    public String id;
    public String parameterDescription;
    public String parameterName;
    public ExternalCredentialParameterType parameterType;
    public String parameterValue;
}
