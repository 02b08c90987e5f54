package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/**
 * Unauthorized access, such as to an sObject that the user has no access to. Apex Reference, Exception Class and
 * Built-In Exceptions.
 */
public class NoAccessException extends ApexException {

    public NoAccessException() {}

    public NoAccessException(String message) {
        super(message);
    }

    public NoAccessException(Exception cause) {
        super(cause);
    }

    public NoAccessException(String message, Exception cause) {
        super(message, cause);
    }
}
