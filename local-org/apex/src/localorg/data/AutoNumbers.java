package localorg.data;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Gives the values of AutoNumber fields. */
final class AutoNumbers {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(0+)\\}");

    private final Map<String, AtomicLong> last = new ConcurrentHashMap<>();

    // Imitates: auto numbers count on, also past rows that were rolled back — Salesforce Help, custom field types [L]
    /** The next value of an object's field. */
    String next(String object, String field, String displayFormat) {
        long number = last.computeIfAbsent(object + "." + field, key -> new AtomicLong()).incrementAndGet();
        String text = Long.toString(number);
        return PLACEHOLDER.matcher(displayFormat).replaceAll(
            digits -> "0".repeat(Math.max(0, digits.group(1).length() - text.length())) + text
        );
    }
}
