package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** An invalid parameter value of a method or in a URL. Apex Reference, Exception Class and Built-In Exceptions. */
public class InvalidParameterValueException extends ApexException {

    public InvalidParameterValueException() {}

    public InvalidParameterValueException(String message) {
        super(message);
    }

    public InvalidParameterValueException(Exception cause) {
        super(cause);
    }

    public InvalidParameterValueException(String message, Exception cause) {
        super(message, cause);
    }
}
