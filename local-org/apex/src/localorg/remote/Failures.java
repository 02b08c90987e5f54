package localorg.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import localorg.linking.ProgramClassLoader;
import localorg.runtime.exception.AuraHandledException;
import localorg.runtime.lang.ApexException;
import localorg.runtime.lang.ExceptionMethods;

/**
 * Exceptions that Apex did not catch, as error.body of a Lightning component has them (platform facts, sections 9 and
 * 10).
 */
final class Failures {

    private Failures() {}

    static RemoteError of(Throwable problem) {
        Throwable apex = ExceptionMethods.asApex(problem);
        if (!(apex instanceof ApexException) && !(apex instanceof NullPointerException)) {
            if (apex instanceof RuntimeException exception) {
                throw exception;
            }
            throw (Error) apex;
        }
        Exception exception = (Exception) apex;
        String message =
            exception instanceof AuraHandledException handled
                ? handled.clientMessage()
                : ExceptionMethods.getMessage(exception);
        ObjectNode body = Connection.JSON.createObjectNode()
            .put("exceptionType", ExceptionMethods.getTypeName(exception))
            .put("isUserDefinedException", exception.getClass().getClassLoader() instanceof ProgramClassLoader)
            .put("message", message)
            .put("stackTrace", ExceptionMethods.getStackTraceString(exception));
        return new RemoteError(message, body);
    }

    /** A refusal of the platform before any Apex ran. */
    static RemoteError refusal(String exceptionType, String message) {
        return new RemoteError(
            message,
            Connection.JSON.createObjectNode()
                .put("exceptionType", exceptionType)
                .put("isUserDefinedException", false)
                .put("message", message)
                .put("stackTrace", "")
        );
    }
}
