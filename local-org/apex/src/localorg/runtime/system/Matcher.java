package localorg.runtime.system;

import java.util.function.Supplier;
import localorg.runtime.exception.StringException;

/** Apex Reference, Matcher Class: Java's matcher; its exceptions become System.StringException, for which the Reference has no texts. */
public final class Matcher {
    private final Pattern pattern;
    private final java.util.regex.Matcher value;

    Matcher(Pattern pattern, java.util.regex.Matcher value) {
        this.pattern = pattern;
        this.value = value;
    }

    public static String quoteReplacement(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    private static <T> T orStringException(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (IllegalStateException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new StringException(e.getMessage());
        }
    }

    public Boolean matches() {
        return value.matches();
    }

    public Boolean lookingAt() {
        return value.lookingAt();
    }

    public Boolean find() {
        return value.find();
    }

    /** Starts anew at that position. */
    public Boolean find(Integer start) {
        return orStringException(() -> value.find(start));
    }

    public String group() {
        return orStringException(value::group);
    }

    /** null for a group that took no part in the match. */
    public String group(Integer index) {
        return orStringException(() -> value.group(index));
    }

    public Integer groupCount() {
        return value.groupCount();
    }

    public Integer start() {
        return orStringException(value::start);
    }

    public Integer start(Integer group) {
        return orStringException(() -> value.start(group));
    }

    public Integer end() {
        return orStringException(value::end);
    }

    public Integer end(Integer group) {
        return orStringException(() -> value.end(group));
    }

    public Boolean hitEnd() {
        return value.hitEnd();
    }

    public Boolean requireEnd() {
        return value.requireEnd();
    }

    public Pattern pattern() {
        return pattern;
    }

    public Matcher reset() {
        value.reset();
        return this;
    }

    public Matcher reset(String text) {
        value.reset(text);
        return this;
    }

    public Matcher region(Integer start, Integer end) {
        return orStringException(() -> {
            value.region(start, end);
            return this;
        });
    }

    public Integer regionStart() {
        return value.regionStart();
    }

    public Integer regionEnd() {
        return value.regionEnd();
    }

    public String replaceAll(String replacement) {
        return orStringException(() -> value.replaceAll(replacement));
    }

    public String replaceFirst(String replacement) {
        return orStringException(() -> value.replaceFirst(replacement));
    }
}
