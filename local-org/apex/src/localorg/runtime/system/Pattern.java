package localorg.runtime.system;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.PatternSyntaxException;
import localorg.runtime.exception.StringException;
import localorg.runtime.lang.ApexList;

/** Apex Reference, Pattern Class: Java's regular expressions. */
public class Pattern {

    /** Transactions compile the same expressions again and again. */
    private static final Map<String, java.util.regex.Pattern> COMPILED = new ConcurrentHashMap<>();
    private static final int MOST_COMPILED = 1000;

    private final java.util.regex.Pattern pattern;

    private Pattern(java.util.regex.Pattern pattern) {
        this.pattern = pattern;
    }

    public static java.util.regex.Pattern compileJava(String expression) {
        if (COMPILED.size() > MOST_COMPILED) {
            COMPILED.clear();
        }
        try {
            return COMPILED.computeIfAbsent(expression, java.util.regex.Pattern::compile);
        } catch (PatternSyntaxException e) {
            throw new StringException("Invalid regex: " + e.getMessage());
        }
    }

    java.util.regex.Pattern javaPattern() {
        return pattern;
    }

    public static Pattern compile(String expression) {
        return new Pattern(compileJava(expression));
    }

    public Matcher matcher(String text) {
        return new Matcher(this, text);
    }

    public static Boolean matches(String expression, String text) {
        return compileJava(expression).matcher(text).matches();
    }

    public String pattern() {
        return pattern.pattern();
    }

    public static String quote(String text) {
        return java.util.regex.Pattern.quote(text);
    }

    public ApexList split(String text) {
        return ApexList.ofStrings(List.of(pattern.split(text)));
    }

    public ApexList split(String text, Integer limit) {
        return ApexList.ofStrings(List.of(pattern.split(text, limit)));
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
