package localorg.runtime.system;

import java.util.Arrays;
import java.util.regex.PatternSyntaxException;
import localorg.runtime.exception.StringException;
import localorg.runtime.lang.ApexList;

/** Apex Reference, Pattern Class: Java's regular expressions. */
public final class Pattern {
    private final java.util.regex.Pattern value;

    Pattern(java.util.regex.Pattern value) {
        this.value = value;
    }

    public static Pattern compile(String regex) {
        try {
            return new Pattern(java.util.regex.Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            throw new StringException("Invalid regex: " + e.getMessage());
        }
    }

    /** Whether the whole text matches. */
    public static Boolean matches(String regex, String text) {
        return compile(regex).matcher(text).matches();
    }

    public static String quote(String text) {
        return java.util.regex.Pattern.quote(text);
    }

    public Matcher matcher(String text) {
        return new Matcher(this, value.matcher(text));
    }

    public String pattern() {
        return value.pattern();
    }

    public ApexList split(String text) {
        return split(text, 0);
    }

    public ApexList split(String text, Integer limit) {
        return ApexList.ofStrings(Arrays.asList(value.split(text, limit)));
    }

    @Override
    public String toString() {
        return value.pattern();
    }
}
