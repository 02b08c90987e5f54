package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A problem with a list, such as an index out of bounds. Apex Reference, Exception Class and Built-In Exceptions. */
public class ListException extends ApexException {

    public ListException() {}

    public ListException(String message) {
        super(message);
    }

    public ListException(Exception cause) {
        super(cause);
    }

    public ListException(String message, Exception cause) {
        super(message, cause);
    }
}
