package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/**
 * A problem with Strings, such as one that exceeds the heap size. Apex Reference, Exception Class and Built-In
 * Exceptions.
 */
public class StringException extends ApexException {

    public StringException() {}

    public StringException(String message) {
        super(message);
    }

    public StringException(Exception cause) {
        super(cause);
    }

    public StringException(String message, Exception cause) {
        super(message, cause);
    }
}
