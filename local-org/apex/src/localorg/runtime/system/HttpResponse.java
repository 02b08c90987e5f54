package localorg.runtime.system;

import java.util.Map;
import java.util.TreeMap;
import localorg.metadata.AnyCase;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.BlobMethods;

/** Apex Reference, HttpResponse Class. */
public class HttpResponse {

    private final Map<String, String> headers = new TreeMap<>(AnyCase.ORDER);
    private Integer statusCode = 0;
    private String status = "";
    private ApexBlob body = new ApexBlob(new byte[0]);

    public String getBody() {
        return BlobMethods.toString(body);
    }

    public void setBody(String text) {
        body = text == null ? new ApexBlob(new byte[0]) : ApexBlob.ofText(text);
    }

    public ApexBlob getBodyAsBlob() {
        return body;
    }

    public void setBodyAsBlob(ApexBlob blob) {
        body = blob;
    }

    public String getHeader(String name) {
        return headers.get(name);
    }

    public ApexList getHeaderKeys() {
        return ApexList.ofStrings(headers.keySet());
    }

    public void setHeader(String name, String value) {
        headers.put(name, value);
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String text) {
        status = text;
    }

    public Integer getStatusCode() {
        return statusCode;
    }

    public void setStatusCode(Integer code) {
        statusCode = code;
    }

    @Override
    public String toString() {
        return "System.HttpResponse[Status=" + status + ", StatusCode=" + statusCode + "]";
    }
}
