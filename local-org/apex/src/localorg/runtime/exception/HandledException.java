package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** An exception that the platform has handled. Apex Reference, Exception Class and Built-In Exceptions. */
public class HandledException extends ApexException {

    public HandledException() {}

    public HandledException(String message) {
        super(message);
    }

    public HandledException(Exception cause) {
        super(cause);
    }

    public HandledException(String message, Exception cause) {
        super(message, cause);
    }
}
