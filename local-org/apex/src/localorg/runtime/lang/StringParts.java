package localorg.runtime.lang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import localorg.linking.ApexType;
import localorg.runtime.exception.StringException;

/**
 * The String methods that answer parts of a text: characters, substrings, what lies between separators. Apex
 * Reference, String Class: charAt, codePointAt, getChars, left, mid, right, split, substring and the like.
 */
abstract class StringParts extends StringQuestions {

    private static final ApexType INTEGER = ApexType.ofInternalName("java/lang/Integer");

    /** The Reference names no text for an index outside of the string. */
    public static Integer charAt(String text, Integer index) {
        if (index < 0 || index >= text.length()) {
            throw new StringException("Index out of bounds: " + index);
        }
        return (int) text.charAt(index);
    }

    public static Integer codePointAt(String text, Integer index) {
        charAt(text, index);
        return text.codePointAt(index);
    }

    public static Integer codePointBefore(String text, Integer index) {
        charAt(text, index - 1);
        return text.codePointBefore(index);
    }

    public static Integer codePointCount(String text, Integer from, Integer to) {
        return substring(text, from, to).codePointCount(0, to - from);
    }

    public static ApexList getChars(String text) {
        return ApexList.of(text.chars().boxed().toList(), INTEGER);
    }

    public static String substring(String text, Integer start) {
        return substring(text, start, text.length());
    }

    public static String substring(String text, Integer start, Integer end) {
        if (start < 0 || start > text.length()) {
            throw new StringException("Starting position out of bounds: " + start);
        }
        if (end < start || end > text.length()) {
            throw new StringException("Ending position out of bounds: " + end);
        }
        return text.substring(start, end);
    }

    public static String left(String text, Integer length) {
        return text.substring(0, Math.min(Math.max(length, 0), text.length()));
    }

    public static String right(String text, Integer length) {
        return text.substring(text.length() - Math.min(Math.max(length, 0), text.length()));
    }

    public static String mid(String text, Integer start, Integer length) {
        int from = Math.max(start, 0);
        return length < 0 || from > text.length() ? "" : text.substring(from, Math.min(from + length, text.length()));
    }

    public static String substringAfter(String text, String separator) {
        int index = text.indexOf(separator);
        return index < 0 ? "" : text.substring(index + separator.length());
    }

    public static String substringAfterLast(String text, String separator) {
        int index = text.lastIndexOf(separator);
        return index < 0 || separator.isEmpty() ? "" : text.substring(index + separator.length());
    }

    public static String substringBefore(String text, String separator) {
        int index = text.indexOf(separator);
        return index < 0 ? text : text.substring(0, index);
    }

    public static String substringBeforeLast(String text, String separator) {
        int index = text.lastIndexOf(separator);
        return index < 0 || separator.isEmpty() ? text : text.substring(0, index);
    }

    public static String substringBetween(String text, String tag) {
        return substringBetween(text, tag, tag);
    }

    /** null when one of them does not occur. */
    public static String substringBetween(String text, String open, String close) {
        int start = text.indexOf(open);
        int end = start < 0 ? -1 : text.indexOf(close, start + open.length());
        return end < 0 ? null : text.substring(start + open.length(), end);
    }

    /** A limit as in Java: positive = at most that many parts, negative = trailing empty parts stay. */
    public static ApexList split(String text, String regex, Integer limit) {
        return ApexList.ofStrings(Arrays.asList(compile(regex).split(text, limit)));
    }

    public static ApexList split(String text, String regex) {
        return split(text, regex, 0);
    }

    public static ApexList splitByCharacterType(String text) {
        return splitByType(text, false);
    }

    public static ApexList splitByCharacterTypeCamelCase(String text) {
        return splitByType(text, true);
    }

    private static ApexList splitByType(String text, boolean camelCase) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i < text.length(); i++) {
            int type = Character.getType(text.charAt(i));
            int before = Character.getType(text.charAt(i - 1));
            if (type == before) {
                continue;
            }
            boolean word = camelCase && type == Character.LOWERCASE_LETTER && before == Character.UPPERCASE_LETTER;
            int boundary = word ? i - 1 : i; // the capital belongs to the word that it starts
            if (boundary > start) {
                parts.add(text.substring(start, boundary));
                start = boundary;
            }
        }
        if (!text.isEmpty()) {
            parts.add(text.substring(start));
        }
        return ApexList.ofStrings(parts);
    }

    static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new StringException("Invalid regex: " + e.getMessage());
        }
    }
}
