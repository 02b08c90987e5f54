package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A problem with JSON serialization or deserialization. Apex Reference, Exception Class and Built-In Exceptions. */
public class JSONException extends ApexException {

    public JSONException() {}

    public JSONException(String message) {
        super(message);
    }

    public JSONException(Exception cause) {
        super(cause);
    }

    public JSONException(String message, Exception cause) {
        super(message, cause);
    }
}
