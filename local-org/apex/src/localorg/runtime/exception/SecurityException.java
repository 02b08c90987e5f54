package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A problem with the methods of Crypto. Apex Reference, Exception Class and Built-In Exceptions. */
public class SecurityException extends ApexException {

    public SecurityException() {}

    public SecurityException(String message) {
        super(message);
    }

    public SecurityException(Exception cause) {
        super(cause);
    }

    public SecurityException(String message, Exception cause) {
        super(message, cause);
    }
}
