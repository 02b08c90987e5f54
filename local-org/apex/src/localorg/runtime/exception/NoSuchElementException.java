package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** Items that do not exist, such as in an iterator. Apex Reference, Exception Class and Built-In Exceptions. */
public class NoSuchElementException extends ApexException {

    public NoSuchElementException() {}

    public NoSuchElementException(String message) {
        super(message);
    }

    public NoSuchElementException(Exception cause) {
        super(cause);
    }

    public NoSuchElementException(String message, Exception cause) {
        super(message, cause);
    }
}
