package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** An argument that a method does not accept. Apex Reference, Exception Class and Built-In Exceptions. */
public class IllegalArgumentException extends ApexException {

    public IllegalArgumentException() {}

    public IllegalArgumentException(String message) {
        super(message);
    }

    public IllegalArgumentException(Exception cause) {
        super(cause);
    }

    public IllegalArgumentException(String message, Exception cause) {
        super(message, cause);
    }
}
