package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A problem in a ConnectApi method. Apex Reference, Exception Class and Built-In Exceptions. */
public class ConnectApiException extends ApexException {

    public ConnectApiException() {}

    public ConnectApiException(String message) {
        super(message);
    }

    public ConnectApiException(Exception cause) {
        super(cause);
    }

    public ConnectApiException(String message, Exception cause) {
        super(message, cause);
    }
}
