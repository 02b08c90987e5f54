package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/**
 * A problem with a Web service operation, such as failing to make a callout. Apex Reference, Exception Class and
 * Built-In Exceptions.
 */
public class CalloutException extends ApexException {

    public CalloutException() {}

    public CalloutException(String message) {
        super(message);
    }

    public CalloutException(Exception cause) {
        super(cause);
    }

    public CalloutException(String message, Exception cause) {
        super(message, cause);
    }
}
