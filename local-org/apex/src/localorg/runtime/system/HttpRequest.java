package localorg.runtime.system;

import java.util.Map;
import java.util.TreeMap;
import localorg.metadata.AnyCase;
import localorg.runtime.exception.CalloutException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.lang.BlobMethods;

/** Apex Reference, HttpRequest Class. */
public class HttpRequest {

    private static final int MAX_TIMEOUT = 120_000;

    private final Map<String, String> headers = new TreeMap<>(AnyCase.ORDER);
    private String endpoint;
    private String method;
    private ApexBlob body;
    private Boolean compressed = false;
    private int timeout = 10_000; // milliseconds; the default of a callout

    public String getEndpoint() {
        return endpoint;
    }

    public void setEndpoint(String endpoint) {
        this.endpoint = endpoint;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public String getBody() {
        return body == null ? "" : BlobMethods.toString(body);
    }

    public void setBody(String text) {
        this.body = text == null ? null : ApexBlob.ofText(text);
    }

    public ApexBlob getBodyAsBlob() {
        return body == null ? new ApexBlob(new byte[0]) : body;
    }

    public void setBodyAsBlob(ApexBlob blob) {
        this.body = blob;
    }

    public String getHeader(String name) {
        return headers.get(name);
    }

    public void setHeader(String name, String value) {
        headers.put(name, value);
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Boolean getCompressed() {
        return compressed;
    }

    public void setCompressed(Boolean flag) {
        this.compressed = flag;
    }

    /** 1 to 120,000 milliseconds. */
    public void setTimeout(Integer milliseconds) {
        if (milliseconds < 1 || milliseconds > MAX_TIMEOUT) {
            throw new CalloutException("Exceeded max timeout value of " + MAX_TIMEOUT + " milliseconds");
        }
        timeout = milliseconds;
    }

    public int timeout() {
        return timeout;
    }

    public void setClientCertificateName(String name) {
        throw UncatchableException.notImitated("client certificates: " + name);
    }

    @Override
    public String toString() {
        return "System.HttpRequest[Endpoint=" + endpoint + ", Method=" + method + "]";
    }
}
