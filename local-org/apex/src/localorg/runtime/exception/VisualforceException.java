package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A problem with a Visualforce page. Apex Reference, Exception Class and Built-In Exceptions. */
public class VisualforceException extends ApexException {

    public VisualforceException() {}

    public VisualforceException(String message) {
        super(message);
    }

    public VisualforceException(Exception cause) {
        super(cause);
    }

    public VisualforceException(String message, Exception cause) {
        super(message, cause);
    }
}
