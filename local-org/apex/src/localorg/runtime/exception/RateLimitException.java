package localorg.runtime.exception;

/** ConnectApi was called too often (Apex Reference, ConnectApi.RateLimitException). */
public class RateLimitException extends ConnectApiException {

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
