package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A problem with SOSL queries. Apex Reference, Exception Class and Built-In Exceptions. */
public class SearchException extends ApexException {

    public SearchException() {}

    public SearchException(String message) {
        super(message);
    }

    public SearchException(Exception cause) {
        super(cause);
    }

    public SearchException(String message, Exception cause) {
        super(message, cause);
    }
}
