package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.NamedCredentialParameter. */
public class NamedCredentialParameter {

    public String id;
    public String parameterName;
    public NamedCredentialParameterType parameterType;
    public String parameterValue;
}
