package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A problem with the serialization of data. Apex Reference, Exception Class and Built-In Exceptions. */
public class SerializationException extends ApexException {

    public SerializationException() {}

    public SerializationException(String message) {
        super(message);
    }

    public SerializationException(Exception cause) {
        super(cause);
    }

    public SerializationException(String message, Exception cause) {
        super(message, cause);
    }
}
