package localorg.runtime.exception;

import localorg.runtime.lang.ApexException;

/** ConnectApi was called too often (Apex Reference, ConnectApi.RateLimitException). */
public class RateLimitException extends ApexException {

    public RateLimitException() {}

    public RateLimitException(String message) {
        super(message);
    }

    public RateLimitException(Exception cause) {
        super(cause);
    }

    public RateLimitException(String message, Exception cause) {
        super(message, cause);
    }
}
