package localorg.runtime.system;

import java.net.MalformedURLException;
import localorg.runtime.Transaction;
import localorg.runtime.exception.StringException;

/** Apex Reference, URL Class, which is java.net.URL. */
public final class URL {
    private final java.net.URL value;

    private URL(java.net.URL value) {
        this.value = value;
    }

    /** Makes a java.net.URL. */
    private interface Parser {
        java.net.URL parse() throws MalformedURLException;
    }

    private static java.net.URL orStringException(Parser parser) {
        try {
            return parser.parse();
        } catch (MalformedURLException e) {
            throw new StringException("MalformedURLException: " + e.getMessage());
        }
    }

    public URL(String spec) {
        this(orStringException(() -> new java.net.URL(spec)));
    }

    public URL(URL context, String spec) {
        this(orStringException(() -> new java.net.URL(context == null ? null : context.value, spec)));
    }

    public URL(String protocol, String host, String file) {
        this(orStringException(() -> new java.net.URL(protocol, host, file)));
    }

    public URL(String protocol, String host, Integer port, String file) {
        this(orStringException(() -> new java.net.URL(protocol, host, port, file)));
    }

    /** The org's My Domain. */
    public static URL getOrgDomainUrl() {
        return new URL(Transaction.current().org().identity().domainUrl());
    }

    public String getAuthority() {
        return value.getAuthority();
    }

    public Integer getDefaultPort() {
        return value.getDefaultPort();
    }

    public String getFile() {
        return value.getFile();
    }

    public String getHost() {
        return value.getHost();
    }

    public String getPath() {
        return value.getPath();
    }

    /** -1 when the URL names none. */
    public Integer getPort() {
        return value.getPort();
    }

    public String getProtocol() {
        return value.getProtocol();
    }

    public String getQuery() {
        return value.getQuery();
    }

    public String getRef() {
        return value.getRef();
    }

    public String getUserInfo() {
        return value.getUserInfo();
    }

    public Boolean sameFile(URL other) {
        return value.toExternalForm().replaceFirst("#.*", "").equals(other.value.toExternalForm().replaceFirst("#.*", ""));
    }

    public String toExternalForm() {
        return value.toExternalForm();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof URL url && url.toExternalForm().equals(toExternalForm());
    }

    @Override
    public int hashCode() {
        return toExternalForm().hashCode();
    }

    @Override
    public String toString() {
        return "Url:[delegate=" + toExternalForm() + "]";
    }
}
