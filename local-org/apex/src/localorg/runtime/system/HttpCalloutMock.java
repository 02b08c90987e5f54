package localorg.runtime.system;

/** Apex Reference, HttpCalloutMock Interface. */
public interface HttpCalloutMock {
    HttpResponse respond(HttpRequest request);
}
