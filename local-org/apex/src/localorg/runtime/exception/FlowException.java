package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A problem with starting flow interviews. Apex Reference, Exception Class and Built-In Exceptions. */
public class FlowException extends ApexException {

    public FlowException() {}

    public FlowException(String message) {
        super(message);
    }

    public FlowException(Exception cause) {
        super(cause);
    }

    public FlowException(String message, Exception cause) {
        super(message, cause);
    }
}
