package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A duplicate message. Apex Reference, Exception Class and Built-In Exceptions. */
public class DuplicateMessageException extends ApexException {

    public DuplicateMessageException() {}

    public DuplicateMessageException(String message) {
        super(message);
    }

    public DuplicateMessageException(Exception cause) {
        super(cause);
    }

    public DuplicateMessageException(String message, Exception cause) {
        super(message, cause);
    }
}
