package localorg.runtime.lang;

import java.util.Locale;
import localorg.runtime.Heap;
import localorg.runtime.exception.StringException;

/**
 * The String methods that answer a changed text. Apex Reference, String Class: abbreviate, capitalize, center, format,
 * join, leftPad, overlay, remove, repeat, replace, reverse, swapCase, trim and the like.
 */
abstract class StringChanges extends StringParts {

    public static String toLowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public static String toLowerCase(String text, String locale) {
        return text.toLowerCase(Locale.forLanguageTag(locale.replace('_', '-')));
    }

    public static String toUpperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    public static String toUpperCase(String text, String locale) {
        return text.toUpperCase(Locale.forLanguageTag(locale.replace('_', '-')));
    }

    public static String capitalize(String text) {
        return text.isEmpty() ? text : Character.toTitleCase(text.charAt(0)) + text.substring(1);
    }

    public static String uncapitalize(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    public static String swapCase(String text) {
        StringBuilder swapped = new StringBuilder();
        text.chars().forEach(character ->
            swapped.appendCodePoint(
                Character.isLowerCase(character) ? Character.toUpperCase(character) : Character.toLowerCase(character)
            )
        );
        return swapped.toString();
    }

    public static String trim(String text) {
        return text.trim();
    }

    public static String normalizeSpace(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    public static String deleteWhitespace(String text) {
        return text.replaceAll("\\s+", "");
    }

    public static String reverse(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    public static String repeat(String text, Integer times) {
        return Heap.keep(text.repeat(Math.max(times, 0)));
    }

    public static String repeat(String text, String separator, Integer times) {
        return Heap.keep(String.join(separator, java.util.Collections.nCopies(Math.max(times, 0), text)));
    }

    public static String replace(String text, String target, String replacement) {
        return text.replace(target, replacement);
    }

    public static String replaceAll(String text, String regex, String replacement) {
        try {
            return compile(regex).matcher(text).replaceAll(replacement);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new StringException("Invalid regex: " + e.getMessage());
        }
    }

    public static String replaceFirst(String text, String regex, String replacement) {
        try {
            return compile(regex).matcher(text).replaceFirst(replacement);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new StringException("Invalid regex: " + e.getMessage());
        }
    }

    public static String remove(String text, String part) {
        return part == null ? text : text.replace(part, "");
    }

    public static String removeStart(String text, String part) {
        return part != null && text.startsWith(part) ? text.substring(part.length()) : text;
    }

    public static String removeStartIgnoreCase(String text, String part) {
        return part != null && startsWithIgnoreCase(text, part) ? text.substring(part.length()) : text;
    }

    public static String removeEnd(String text, String part) {
        return part != null && text.endsWith(part) ? text.substring(0, text.length() - part.length()) : text;
    }

    public static String removeEndIgnoreCase(String text, String part) {
        return part != null && endsWithIgnoreCase(text, part) ? text.substring(0, text.length() - part.length()) : text;
    }

    public static String overlay(String text, String overlay, Integer start, Integer end) {
        int from = Math.min(Math.max(Math.min(start, end), 0), text.length());
        int to = Math.min(Math.max(Math.max(start, end), 0), text.length());
        return text.substring(0, from) + overlay + text.substring(to);
    }

    public static String leftPad(String text, Integer length) {
        return leftPad(text, length, " ");
    }

    public static String leftPad(String text, Integer length, String padding) {
        return fill(padding, length - text.length()) + text;
    }

    public static String rightPad(String text, Integer length) {
        return rightPad(text, length, " ");
    }

    public static String rightPad(String text, Integer length, String padding) {
        return text + fill(padding, length - text.length());
    }

    public static String center(String text, Integer length) {
        return center(text, length, " ");
    }

    public static String center(String text, Integer length, String padding) {
        int missing = length - text.length();
        return missing <= 0 ? text : rightPad(fill(padding, missing / 2) + text, length, padding);
    }

    private static String fill(String padding, int length) {
        String unit = isEmpty(padding) ? " " : padding;
        return length <= 0 ? "" : unit.repeat(length / unit.length() + 1).substring(0, length);
    }

    public static String abbreviate(String text, Integer width) {
        return abbreviate(text, width, 0);
    }

    /** The offset appears somewhere in the result, which is never longer than width. */
    public static String abbreviate(String text, Integer width, Integer offset) {
        if (width < 4) {
            throw new StringException("Minimum abbreviation width is 4");
        }
        if (text.length() <= width) {
            return text;
        }
        int from = Math.min(offset, text.length());
        if (text.length() - from < width - 3) {
            from = text.length() - (width - 3);
        }
        if (from <= 4) {
            return text.substring(0, width - 3) + "...";
        }
        if (width < 7) {
            throw new StringException("Minimum abbreviation width with offset is 7");
        }
        return from + width - 3 < text.length()
            ? "..." + abbreviate(text.substring(from), width - 3, 0)
            : "..." + text.substring(text.length() - (width - 3));
    }
}
