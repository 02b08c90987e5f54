package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** A failed assertion. Apex cannot catch it (Apex Reference, Assert Class). */
public class AssertException extends ApexException {

    public AssertException(String message) {
        super(message);
    }
}
