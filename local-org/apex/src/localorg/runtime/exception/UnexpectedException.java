package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/**
 * An error that the platform did not expect; not catchable. Apex Reference, Exception Class and Built-In Exceptions.
 */
public class UnexpectedException extends ApexException {

    public UnexpectedException() {}

    public UnexpectedException(String message) {
        super(message);
    }

    public UnexpectedException(Exception cause) {
        super(cause);
    }

    public UnexpectedException(String message, Exception cause) {
        super(message, cause);
    }
}
