package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/**
 * What a plug-in throws to show a text to the user (Auth namespace). Apex Reference, Exception Class and Built-In
 * Exceptions.
 */
public class AuthProviderPluginException extends ApexException {

    public AuthProviderPluginException() {}

    public AuthProviderPluginException(String message) {
        super(message);
    }

    public AuthProviderPluginException(Exception cause) {
        super(cause);
    }

    public AuthProviderPluginException(String message, Exception cause) {
        super(message, cause);
    }
}
