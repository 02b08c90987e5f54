package localorg.runtime.system;

import localorg.runtime.CalloutRules;
import localorg.runtime.Heap;
import localorg.runtime.Limits;
import localorg.runtime.Outside;
import localorg.runtime.Transaction;
import localorg.runtime.exception.CalloutException;
import localorg.runtime.exception.TypeException;
import localorg.runtime.lang.ApexBlob;

/** Apex Reference, Http Class. */
public class Http {

    public HttpResponse send(HttpRequest request) {
        Transaction transaction = Transaction.current();
        if (request.getEndpoint() == null) {
            throw new NullPointerException();
        }
        CalloutRules.begin(transaction);
        transaction.limits().count(Limits.Kind.CALLOUTS, 1);
        if (transaction.test() == null) {
            return sendOutside(transaction, request);
        }
        Object mock = transaction.test().mock("HttpCalloutMock");
        if (mock == null) {
            // Imitates: a callout in a test without a mock fails — Apex Developer Guide, Testing HTTP Callouts [C]
            throw new TypeException("Methods defined as TestMethod do not support Web service callouts");
        }
        return ((HttpCalloutMock) mock).respond(request);
    }

    private static HttpResponse sendOutside(Transaction transaction, HttpRequest request) {
        if (request.getMethod() == null) {
            throw new CalloutException("Method is not set");
        }
        Outside.Answer answer = transaction
            .org()
            .outside()
            .send(
                new Outside.Callout(
                    transaction.user().id(),
                    transaction.id(),
                    request.getEndpoint(),
                    request.getMethod(),
                    request.headers(),
                    request.getBodyAsBlob().bytes(),
                    request.timeout()
                )
            );
        HttpResponse response = new HttpResponse();
        response.setStatusCode(answer.statusCode());
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setBodyAsBlob(Heap.keep(new ApexBlob(answer.body())));
        return response;
    }

    @Override
    public String toString() {
        return "System.Http[]";
    }
}
