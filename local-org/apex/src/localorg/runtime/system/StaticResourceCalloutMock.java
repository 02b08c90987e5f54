package localorg.runtime.system;

import java.util.Map;
import localorg.runtime.Transaction;
import localorg.runtime.exception.CalloutException;
import localorg.runtime.lang.ApexBlob;

/** Apex Reference, StaticResourceCalloutMock Class. */
public class StaticResourceCalloutMock implements HttpCalloutMock {

    private final HttpResponse response = new HttpResponse();
    private String resource;

    public void setHeader(String name, String value) {
        response.setHeader(name, value);
    }

    public void setStatus(String status) {
        response.setStatus(status);
    }

    public void setStatusCode(Integer code) {
        response.setStatusCode(code);
    }

    public void setStaticResource(String name) {
        resource = name;
    }

    @Override
    public HttpResponse respond(HttpRequest request) {
        Map<String, Object> row = Transaction.current()
            .data()
            .rows("StaticResource")
            .stream()
            .filter(candidate -> resource.equals(candidate.get("Name")))
            .findFirst()
            .orElseThrow(() -> new CalloutException("No static resource " + resource));
        response.setBodyAsBlob((ApexBlob) row.get("Body"));
        return response;
    }
}
