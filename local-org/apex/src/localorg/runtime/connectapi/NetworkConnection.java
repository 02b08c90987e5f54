package localorg.runtime.connectapi;

/** Apex Reference, ConnectApi.NetworkConnection. */
public class NetworkConnection {

    public String developerName;
    public String id;
    public String masterLabel;
    public String namespacePrefix;
}
