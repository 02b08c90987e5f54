package localorg.runtime.system;

import java.net.MalformedURLException;
import localorg.runtime.Transaction;
import localorg.runtime.exception.StringException;

/** Apex Reference, URL Class. */
public class URL {

    private final java.net.URL url;

    public URL(String spec) {
        this(null, spec);
    }

    public URL(URL context, String spec) {
        try {
            url = new java.net.URL(context == null ? null : context.url, spec);
        } catch (MalformedURLException e) {
            throw new StringException(e.getMessage());
        }
    }

    public URL(String protocol, String host, String file) {
        this(protocol, host, -1, file);
    }

    public URL(String protocol, String host, Integer port, String file) {
        try {
            url = new java.net.URL(protocol, host, port, file);
        } catch (MalformedURLException e) {
            throw new StringException(e.getMessage());
        }
    }

    public static URL getOrgDomainUrl() {
        return new URL(Transaction.current().org().identity().domainUrl());
    }

    public static URL getCurrentRequestUrl() {
        return getOrgDomainUrl();
    }

    public String getAuthority() {
        return url.getAuthority();
    }

    public Integer getDefaultPort() {
        return url.getDefaultPort();
    }

    public String getFile() {
        return url.getFile();
    }

    public String getHost() {
        return url.getHost();
    }

    public String getPath() {
        return url.getPath();
    }

    public Integer getPort() {
        return url.getPort();
    }

    public String getProtocol() {
        return url.getProtocol();
    }

    public String getQuery() {
        return url.getQuery();
    }

    public String getRef() {
        return url.getRef();
    }

    public String getUserInfo() {
        return url.getUserInfo();
    }

    public Boolean sameFile(URL other) {
        return url.sameFile(other.url);
    }

    public String toExternalForm() {
        return url.toExternalForm();
    }

    @Override
    public String toString() {
        return "URL[" + toExternalForm() + "]";
    }
}
