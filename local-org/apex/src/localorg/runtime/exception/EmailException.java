package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A problem with email. Apex Reference, Exception Class and Built-In Exceptions. */
public class EmailException extends ApexException {

    public EmailException() {}

    public EmailException(String message) {
        super(message);
    }

    public EmailException(Exception cause) {
        super(cause);
    }

    public EmailException(String message, Exception cause) {
        super(message, cause);
    }
}
