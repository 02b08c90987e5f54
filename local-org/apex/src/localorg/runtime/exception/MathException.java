package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/**
 * A problem with a mathematical operation, such as dividing by zero. Apex Reference, Exception Class and Built-In
 * Exceptions.
 */
public class MathException extends ApexException {

    public MathException() {}

    public MathException(String message) {
        super(message);
    }

    public MathException(Exception cause) {
        super(cause);
    }

    public MathException(String message, Exception cause) {
        super(message, cause);
    }
}
