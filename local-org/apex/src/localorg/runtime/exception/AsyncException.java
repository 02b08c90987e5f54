package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/**
 * A problem with an asynchronous operation, such as failing to enqueue a call. Apex Reference, Exception Class and
 * Built-In Exceptions.
 */
public class AsyncException extends ApexException {

    public AsyncException() {}

    public AsyncException(String message) {
        super(message);
    }

    public AsyncException(Exception cause) {
        super(cause);
    }

    public AsyncException(String message, Exception cause) {
        super(message, cause);
    }
}
