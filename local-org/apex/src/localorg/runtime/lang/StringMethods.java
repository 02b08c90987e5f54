package localorg.runtime.lang;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import localorg.runtime.Heap;
import localorg.runtime.exception.StringException;

/**
 * Apex Reference, String Class; the receiver comes first. What compares, cuts and changes texts is inherited: byte code
 * names this class
 * for all of it. Many of the methods are those of Apache Commons Lang's StringUtils (the Reference says so), whose
 * rules for edge cases are
 * followed.
 */
public final class StringMethods extends StringChanges {

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
        return Heap.keep(left + right);
    }

    public static String append(String a, String b, String c) {
        return Heap.keep(a + b + c);
    }

    public static String append(String a, String b, String c, String d) {
        return Heap.keep(a + b + c + d);
    }

    public static String append(String a, String b, String c, String d, String e) {
        return Heap.keep(a + b + c + d + e);
    }

    public static String append(String a, String b, String c, String d, String e, String f) {
        return Heap.keep(a + b + c + d + e + f);
    }

    public static String join(Object items, String separator) {
        StringJoiner text = new StringJoiner(separator);
        for (Object item : Collections.itemsOf(items)) {
            text.add(item == null ? "" : Text.of(item));
        }
        return Heap.keep(text.toString());
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
