package localorg.runtime.lang;

import localorg.runtime.exception.TypeException;

/**
 * Parent of every Apex exception but NullPointerException, which is the JVM's own. Apex Reference, Exception Class and
 * Built-In Exceptions.
 */
public class ApexException extends RuntimeException {

    /** The name is the compiler's: it writes null to it in every constructor of the project's own exceptions. */
    public String sfdc_detailMessage;
    private boolean hasCause;

    public ApexException() {
        sfdc_detailMessage = "Script-thrown exception"; // Apex Reference, Exception Class: the message without one given
    }

    public ApexException(String message) {
        sfdc_detailMessage = message;
    }

    public ApexException(Exception cause) {
        this(ExceptionMethods.getMessage(cause), cause);
    }

    public ApexException(String message, Exception cause) {
        sfdc_detailMessage = message;
        initCause(cause);
    }

    @Override
    public String getMessage() {
        return sfdc_detailMessage;
    }

    public void setMessage(String text) {
        sfdc_detailMessage = text;
    }

    public String getTypeName() {
        return ExceptionMethods.typeName(this);
    }

    public Integer getLineNumber() {
        return ExceptionMethods.getLineNumber(this);
    }

    public String getStackTraceString() {
        return ExceptionMethods.getStackTraceString(this);
    }

    @Override
    public Exception getCause() {
        return (Exception) super.getCause();
    }

    /** Apex's initCause: the cause can be set once. */
    public void initCause(Exception cause) {
        if (hasCause) {
            throw new TypeException("Cause already set");
        }
        hasCause = true;
        if (cause != null) {
            super.initCause((Throwable) cause);
        }
    }

    public void initCause(ApexException cause) {
        initCause((Exception) cause);
    }

    @Override
    public String toString() {
        return getTypeName() + ": " + getMessage();
    }
}
