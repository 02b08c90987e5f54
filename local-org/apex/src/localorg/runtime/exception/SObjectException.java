package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/**
 * A problem with records, such as accessing a field that was not queried. Apex Reference, Exception Class and Built-In
 * Exceptions.
 */
public class SObjectException extends ApexException {

    public SObjectException() {}

    public SObjectException(String message) {
        super(message);
    }

    public SObjectException(Exception cause) {
        super(cause);
    }

    public SObjectException(String message, Exception cause) {
        super(message, cause);
    }
}
