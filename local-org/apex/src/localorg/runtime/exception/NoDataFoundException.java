package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** Data that does not exist. Apex Reference, Exception Class and Built-In Exceptions. */
public class NoDataFoundException extends ApexException {

    public NoDataFoundException() {}

    public NoDataFoundException(String message) {
        super(message);
    }

    public NoDataFoundException(Exception cause) {
        super(cause);
    }

    public NoDataFoundException(String message, Exception cause) {
        super(message, cause);
    }
}
