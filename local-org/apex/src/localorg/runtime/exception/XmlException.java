package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A problem with XML. Apex Reference, Exception Class and Built-In Exceptions. */
public class XmlException extends ApexException {

    public XmlException() {}

    public XmlException(String message) {
        super(message);
    }

    public XmlException(Exception cause) {
        super(cause);
    }

    public XmlException(String message, Exception cause) {
        super(message, cause);
    }
}
