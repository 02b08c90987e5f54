package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A problem with external objects. Apex Reference, Exception Class and Built-In Exceptions. */
public class ExternalObjectException extends ApexException {

    public ExternalObjectException() {}

    public ExternalObjectException(String message) {
        super(message);
    }

    public ExternalObjectException(Exception cause) {
        super(cause);
    }

    public ExternalObjectException(String message, Exception cause) {
        super(message, cause);
    }
}
