package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** ConnectApi did not find the resource (Apex Reference, ConnectApi.NotFoundException). */
public class NotFoundException extends ApexException {

    public NotFoundException() {}

    public NotFoundException(String message) {
        super(message);
    }

    public NotFoundException(Exception cause) {
        super(cause);
    }

    public NotFoundException(String message, Exception cause) {
        super(message, cause);
    }
}
