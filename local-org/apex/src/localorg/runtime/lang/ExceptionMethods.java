package localorg.runtime.lang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import localorg.linking.ProgramClassLoader;
import localorg.runtime.exception.DmlException;
import localorg.runtime.exception.LimitException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.system.TriggerOperation;

/**
 * What Apex can ask of any exception, also of those that are Java's (Apex Reference, Exception Class and Built-In
 * Exceptions).
 */
public final class ExceptionMethods {

    private ExceptionMethods() {}

    /** The platform's exception for a stack that Java could not extend; anything else as it is. */
    public static Throwable asApex(Throwable thrown) {
        return thrown instanceof StackOverflowError
            ? new LimitException("Maximum stack depth has been reached: 1001")
            : thrown;
    }

    public static String getMessage(Exception exception) {
        return exception instanceof NullPointerException
            ? "Attempt to de-reference a null object"
            : exception.getMessage();
    }

    public static void setMessage(Exception exception, String message) {
        apex(exception, "setMessage").setMessage(message);
    }

    public static String getTypeName(Exception exception) {
        return exception instanceof ApexException apex ? apex.getTypeName() : typeName(exception);
    }

    static String typeName(Throwable exception) {
        Class<?> type = exception.getClass();
        if (type.getClassLoader() instanceof ProgramClassLoader) {
            return type.getName().replace('$', '.');
        }
        String name = type.getSimpleName();
        return switch (name) {
            case "AuthProviderPluginException" -> "Auth." + name;
            case "ConnectApiException", "NotFoundException", "RateLimitException" -> "ConnectApi." + name;
            default -> "System." + name;
        };
    }

    public static Exception getCause(Exception exception) {
        return (Exception) exception.getCause();
    }

    public static void initCause(Exception exception, Exception cause) {
        apex(exception, "initCause").initCause(cause);
    }

    private static ApexException apex(Exception exception, String method) {
        if (exception instanceof ApexException apex) {
            return apex;
        }
        throw UncatchableException.notImitated(method + " of a NullPointerException");
    }

    /** Class.Foo.bar: line 12, column 1 — one line per Apex method, innermost first. */
    public static String getStackTraceString(Exception exception) {
        List<String> lines = new ArrayList<>();
        for (StackTraceElement element : apexFrames(exception)) {
            lines.add(describe(element));
        }
        return String.join("\n", lines);
    }

    /** What the platform says of an exception that a trigger let through. */
    public static String ofTrigger(RuntimeException exception, TriggerOperation moment) {
        List<String> lines = new ArrayList<>();
        String trigger = "";
        for (StackTraceElement element : apexFrames(exception)) {
            lines.add(describe(element));
            if (isTrigger(element)) {
                trigger = triggerName(element);
                break;
            }
        }
        String words = Arrays.stream(moment.name().split("_"))
            .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
        String cause = getTypeName(exception) + ": " + getMessage(exception);
        return trigger + ": execution of " + words + "\n\ncaused by: " + cause + "\n\n" + String.join("\n", lines);
    }

    private static boolean isTrigger(StackTraceElement element) {
        return element.getFileName().endsWith(".trigger");
    }

    private static String triggerName(StackTraceElement element) {
        return element.getClassName().replaceFirst("^.*\\.", "");
    }

    private static String describe(StackTraceElement element) {
        if (isTrigger(element)) {
            return "Trigger." + triggerName(element) + ": line " + element.getLineNumber() + ", column 1";
        }
        String type = element.getClassName().replace('$', '.');
        String method = switch (element.getMethodName()) {
            case "<init>" -> ".<init>";
            case "<clinit>" -> "";
            default -> "." + element.getMethodName();
        };
        return "Class." + type + method + ": line " + element.getLineNumber() + ", column 1";
    }

    /** The frames of the project's own code: their source is a .cls file. */
    public static List<StackTraceElement> apexFrames(Throwable throwable) {
        List<StackTraceElement> frames = new ArrayList<>();
        for (StackTraceElement element : throwable.getStackTrace()) {
            if (
                element.getFileName() != null &&
                element.getFileName().matches(".*\\.(cls|trigger)") &&
                element.getLineNumber() > 0
            ) {
                frames.add(element);
            }
        }
        return frames;
    }

    public static Integer getLineNumber(Exception exception) {
        List<StackTraceElement> frames = apexFrames(exception);
        return frames.isEmpty() ? 0 : frames.get(0).getLineNumber();
    }

    private static DmlException dml(Exception exception) {
        if (exception instanceof DmlException dml) {
            return dml;
        }
        throw new localorg.runtime.exception.TypeException(
            "DML methods are only supported on DmlException and EmailException"
        );
    }

    public static Integer getNumDml(Exception exception) {
        return dml(exception).getNumDml();
    }

    public static String getDmlMessage(Exception exception, Integer index) {
        return dml(exception).getDmlMessage(index);
    }

    public static Integer getDmlIndex(Exception exception, Integer index) {
        return dml(exception).getDmlIndex(index);
    }

    public static String getDmlId(Exception exception, Integer index) {
        return dml(exception).getDmlId(index);
    }

    public static String getDmlStatusCode(Exception exception, Integer index) {
        return dml(exception).getDmlStatusCode(index);
    }

    public static ApexList getDmlFieldNames(Exception exception, Integer index) {
        return dml(exception).getDmlFieldNames(index);
    }

    public static String toString(Exception exception) {
        return exception instanceof ApexException apex
            ? apex.toString()
            : getTypeName(exception) + ": " + getMessage(exception);
    }

    public static Boolean equals(Exception exception, Object other) {
        return exception.equals(other);
    }

    public static Integer hashCode(Exception exception) {
        return exception.hashCode();
    }
}
