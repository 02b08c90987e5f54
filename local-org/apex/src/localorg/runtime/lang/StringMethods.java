package localorg.runtime.lang;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import localorg.linking.ApexType;
import localorg.runtime.exception.StringException;

/**
 * Apex Reference, String Class; the receiver comes first. Longer than other classes because it is one platform class. Many of the methods
 * are those of Apache Commons Lang's StringUtils (the Reference says so), whose rules for edge cases are followed.
 */
public final class StringMethods {
    private static final ApexType INTEGER = ApexType.ofInternalName("java/lang/Integer");

    private StringMethods() {}

    public static String valueOf(Object value) {
        return Text.of(value);
    }

    public static String valueOf(java.math.BigDecimal value) {
        return value == null ? null : DecimalMethods.toString(value);
    }

    public static String valueOf(Double value) {
        return Text.of(value);
    }

    public static String valueOf(Integer value) {
        return Text.of(value);
    }

    public static String valueOf(Long value) {
        return Text.of(value);
    }

    /** yyyy-MM-dd, without the time that a Date shows as an Object. */
    public static String valueOf(ApexDate value) {
        return value == null ? null : value.toString();
    }

    public static String valueOf(ApexDatetime value) {
        return value == null ? null : value.toString();
    }

    public static String valueOfGmt(ApexDatetime value) {
        return DatetimeMethods.formatGmt(value, "yyyy-MM-dd HH:mm:ss");
    }

    public static String valueOfId(ApexId value) {
        return value == null ? null : value.toString();
    }

    public static String valueOfString(String value) {
        return value;
    }

    public static String toString(String text) {
        return text.toString();
    }

    public static String stringValue(String text) {
        return text.toString();
    }

    /** Concatenation: null becomes "null" (Apex Developer Guide, Expression Operators). */
    public static String append(String left, String right) {
        return left + right;
    }

    public static String append(String a, String b, String c) {
        return a + b + c;
    }

    public static String append(String a, String b, String c, String d) {
        return a + b + c + d;
    }

    public static String append(String a, String b, String c, String d, String e) {
        return a + b + c + d + e;
    }

    public static String append(String a, String b, String c, String d, String e, String f) {
        return a + b + c + d + e + f;
    }

    public static String join(Object items, String separator) {
        StringJoiner text = new StringJoiner(separator);
        for (Object item : Collections.itemsOf(items)) {
            text.add(item == null ? "" : Text.of(item));
        }
        return text.toString();
    }

    public static String fromCharArray(ApexList characters) {
        StringBuilder text = new StringBuilder();
        characters.items().forEach(character -> text.append((char) ((Integer) character).intValue()));
        return text.toString();
    }

    /** As Java's MessageFormat does it, single quotes included; arguments are converted to strings before. */
    public static String format(String pattern, ApexList arguments) {
        Object[] texts = arguments.items().stream().map(Text::of).toArray();
        try {
            return new MessageFormat(pattern, Locale.US).format(texts);
        } catch (IllegalArgumentException e) {
            throw new StringException(e.getMessage());
        }
    }

    public static String escapeSingleQuotes(String text) {
        return text.replace("'", "\\'");
    }

    public static String getCommonPrefix(ApexList strings) {
        List<Object> items = strings.items();
        if (items.isEmpty() || items.contains(null)) {
            return "";
        }
        String prefix = (String) items.get(0);
        for (Object item : items) {
            int difference = indexOfDifference(prefix, (String) item);
            prefix = difference < 0 ? prefix : prefix.substring(0, difference);
        }
        return prefix;
    }

    public static Boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    public static Boolean isNotBlank(String text) {
        return !isBlank(text);
    }

    public static Boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }

    public static Boolean isNotEmpty(String text) {
        return !isEmpty(text);
    }

    /** Case matters, unlike with the operators. */
    public static Integer compareTo(String text, String other) {
        return text.compareTo(other);
    }

    public static Boolean equals(String text, Object other) {
        return text.equals(other instanceof ApexId ? other.toString() : other);
    }

    public static Boolean equalsIgnoreCase(String text, String other) {
        return text.equalsIgnoreCase(other);
    }

    public static Integer hashCode(String text) {
        return text.hashCode();
    }

    public static Boolean startsWith(String text, String prefix) {
        return text.startsWith(prefix);
    }

    public static Boolean startsWithIgnoreCase(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    public static Boolean endsWith(String text, String suffix) {
        return text.endsWith(suffix);
    }

    public static Boolean endsWithIgnoreCase(String text, String suffix) {
        return text.regionMatches(true, text.length() - suffix.length(), suffix, 0, suffix.length());
    }

    public static String difference(String text, String other) {
        int index = indexOfDifference(text, other);
        return index < 0 ? "" : other.substring(index);
    }

    public static Integer indexOfDifference(String text, String other) {
        int shorter = Math.min(text.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            if (text.charAt(i) != other.charAt(i)) {
                return i;
            }
        }
        return text.length() == other.length() ? -1 : shorter;
    }

    public static Integer getLevenshteinDistance(String text, String other) {
        int[] previous = new int[other.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= text.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (text.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }

    /** -1 when the distance is greater than the threshold. */
    public static Integer getLevenshteinDistance(String text, String other, Integer threshold) {
        int distance = getLevenshteinDistance(text, other);
        return distance > threshold ? -1 : distance;
    }

    public static Integer length(String text) {
        return text.length();
    }

    public static Boolean contains(String text, String part) {
        return text.contains(part);
    }

    public static Boolean containsIgnoreCase(String text, String part) {
        return indexOfIgnoreCase(text, part) >= 0;
    }

    public static Boolean containsAny(String text, String characters) {
        return text.chars().anyMatch(character -> characters.indexOf(character) >= 0);
    }

    public static Boolean containsNone(String text, String characters) {
        return !containsAny(text, characters);
    }

    public static Boolean containsOnly(String text, String characters) {
        return text.chars().allMatch(character -> characters.indexOf(character) >= 0);
    }

    public static Boolean containsWhitespace(String text) {
        return text.chars().anyMatch(Character::isWhitespace);
    }

    public static Integer countMatches(String text, String part) {
        if (part.isEmpty()) {
            return 0;
        }
        int count = 0;
        for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
            count++;
        }
        return count;
    }

    public static Boolean isAlpha(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isLetter);
    }

    public static Boolean isAlphaSpace(String text) {
        return text.chars().allMatch(character -> Character.isLetter(character) || character == ' ');
    }

    public static Boolean isAlphanumeric(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isLetterOrDigit);
    }

    public static Boolean isAlphanumericSpace(String text) {
        return text.chars().allMatch(character -> Character.isLetterOrDigit(character) || character == ' ');
    }

    public static Boolean isNumeric(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    public static Boolean isNumericSpace(String text) {
        return text.chars().allMatch(character -> Character.isDigit(character) || character == ' ');
    }

    public static Boolean isAsciiPrintable(String text) {
        return text.chars().allMatch(character -> character >= ' ' && character <= '~');
    }

    public static Boolean isWhitespace(String text) {
        return text.chars().allMatch(Character::isWhitespace);
    }

    public static Boolean isAllLowerCase(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isLowerCase);
    }

    public static Boolean isAllUpperCase(String text) {
        return !text.isEmpty() && text.chars().allMatch(Character::isUpperCase);
    }

    public static Integer indexOf(String text, String part) {
        return text.indexOf(part);
    }

    public static Integer indexOf(String text, String part, Integer from) {
        return text.indexOf(part, from);
    }

    public static Integer indexOfIgnoreCase(String text, String part) {
        return indexOfIgnoreCase(text, part, 0);
    }

    public static Integer indexOfIgnoreCase(String text, String part, Integer from) {
        for (int i = Math.max(from, 0); i <= text.length() - part.length(); i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return i;
            }
        }
        return -1;
    }

    public static Integer lastIndexOf(String text, String part) {
        return text.lastIndexOf(part);
    }

    public static Integer lastIndexOf(String text, String part, Integer from) {
        return text.lastIndexOf(part, from);
    }

    public static Integer lastIndexOfIgnoreCase(String text, String part) {
        return lastIndexOfIgnoreCase(text, part, text.length());
    }

    public static Integer lastIndexOfIgnoreCase(String text, String part, Integer from) {
        for (int i = Math.min(from, text.length() - part.length()); i >= 0; i--) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return i;
            }
        }
        return -1;
    }

    public static Integer indexOfAny(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    public static Integer indexOfAnyBut(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                return i;
            }
        }
        return -1;
    }

    public static Integer indexOfChar(String text, Integer character) {
        return text.indexOf(character);
    }

    public static Integer indexOfChar(String text, Integer character, Integer from) {
        return text.indexOf(character, from);
    }

    public static Integer lastIndexOfChar(String text, Integer character) {
        return text.lastIndexOf(character);
    }

    public static Integer lastIndexOfChar(String text, Integer character, Integer from) {
        return text.lastIndexOf(character, from);
    }

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
        text.chars().forEach(character -> swapped.appendCodePoint(
            Character.isLowerCase(character) ? Character.toUpperCase(character) : Character.toLowerCase(character)));
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
        return text.repeat(Math.max(times, 0));
    }

    public static String repeat(String text, String separator, Integer times) {
        return String.join(separator, java.util.Collections.nCopies(Math.max(times, 0), text));
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

    private static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
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
        return from + width - 3 < text.length() ? "..." + abbreviate(text.substring(from), width - 3, 0)
            : "..." + text.substring(text.length() - (width - 3));
    }

    public static String escapeHtml3(String text) {
        return StringEscapes.escapeHtml(text, HtmlEntities.LATIN1);
    }

    public static String escapeHtml4(String text) {
        return StringEscapes.escapeHtml(text, HtmlEntities.ALL);
    }

    public static String unescapeHtml3(String text) {
        return StringEscapes.unescapeHtml(text, HtmlEntities.LATIN1);
    }

    public static String unescapeHtml4(String text) {
        return StringEscapes.unescapeHtml(text, HtmlEntities.ALL);
    }

    public static String escapeXml(String text) {
        return StringEscapes.escapeXml(text);
    }

    public static String unescapeXml(String text) {
        return StringEscapes.unescapeXml(text);
    }

    public static String escapeCsv(String text) {
        return StringEscapes.escapeCsv(text);
    }

    public static String unescapeCsv(String text) {
        return StringEscapes.unescapeCsv(text);
    }

    public static String escapeJava(String text) {
        return StringEscapes.escapeProgram(text, "\"\\");
    }

    public static String unescapeJava(String text) {
        return StringEscapes.unescapeProgram(text);
    }

    public static String escapeEcmaScript(String text) {
        return StringEscapes.escapeProgram(text, "'\"\\/");
    }

    public static String unescapeEcmaScript(String text) {
        return StringEscapes.unescapeProgram(text);
    }

    public static String escapeUnicode(String text) {
        return StringEscapes.escapeUnicode(text);
    }

    public static String unescapeUnicode(String text) {
        return StringEscapes.unescapeProgram(text);
    }

    /** Removes markup; no defence against hostile input (the Reference says so). */
    public static String stripHtmlTags(String text) {
        return text.replaceAll("<[^>]*>", "");
    }
}
