package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A problem with type conversions. Apex Reference, Exception Class and Built-In Exceptions. */
public class TypeException extends ApexException {

    public TypeException() {}

    public TypeException(String message) {
        super(message);
    }

    public TypeException(Exception cause) {
        super(cause);
    }

    public TypeException(String message, Exception cause) {
        super(message, cause);
    }
}
