package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A governor limit was exceeded. Apex cannot catch it (Apex Developer Guide, Execution Governors and Limits). */
public class LimitException extends ApexException {

    public LimitException(String message) {
        super(message);
    }
}
