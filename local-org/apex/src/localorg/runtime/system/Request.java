package localorg.runtime.system;

import localorg.runtime.Transaction;

/** Apex Reference, Request Class. */
public class Request {

    public static Request getCurrent() {
        return new Request();
    }

    public String getRequestId() {
        return Transaction.current().id();
    }

    public Quiddity getQuiddity() {
        return Transaction.current().quiddity();
    }
}
