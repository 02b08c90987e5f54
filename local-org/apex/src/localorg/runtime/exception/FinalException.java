package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A change of something that is read-only. Apex Reference, Exception Class and Built-In Exceptions. */
public class FinalException extends ApexException {

    public FinalException() {}

    public FinalException(String message) {
        super(message);
    }

    public FinalException(Exception cause) {
        super(cause);
    }

    public FinalException(String message, Exception cause) {
        super(message, cause);
    }
}
