package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/**
 * The text of the constructor is for the client; getMessage() in Apex answers what setMessage() was given, else
 * "Script-thrown exception". Apex Reference, Built-In Exceptions (AuraHandledException).
 */
public class AuraHandledException extends ApexException {

    private final String clientMessage;

    public AuraHandledException() {
        this.clientMessage = "Script-thrown exception";
    }

    public AuraHandledException(String message) {
        this.clientMessage = message;
    }

    public AuraHandledException(Exception cause) {
        super("Script-thrown exception", cause);
        this.clientMessage = "Script-thrown exception";
    }

    public AuraHandledException(String message, Exception cause) {
        super("Script-thrown exception", cause);
        this.clientMessage = message;
    }

    // Imitates: getMessage() is "Script-thrown exception" unless setMessage was called — platform facts section 10 [C]
    /** What reaches the component as error.body.message. */
    public String clientMessage() {
        return clientMessage;
    }
}
