package localorg.runtime.lang;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The escape and unescape methods of String, as Apache Commons Lang's StringEscapeUtils has them (Apex Reference,
 * String Class).
 */
final class StringEscapes {

    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|(\\w+));");
    private static final Pattern PROGRAM_ESCAPE = Pattern.compile(
        "\\\\(?:u+(\\p{XDigit}{4})|([0-7]{1,3})|(.))",
        Pattern.DOTALL
    );
    private static final Map<String, Integer> XML = Map.of(
        "amp",
        (int) '&',
        "lt",
        (int) '<',
        "gt",
        (int) '>',
        "quot",
        (int) '"',
        "apos",
        (int) '\''
    );

    private StringEscapes() {}

    static String escapeHtml(String text, Map<Integer, String> names) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            String name = names.get(character);
            if (name == null) {
                escaped.appendCodePoint(character);
            } else {
                escaped.append('&').append(name).append(';');
            }
        });
        return escaped.toString();
    }

    static String unescapeHtml(String text, Map<Integer, String> names) {
        return unescape(text, HtmlEntities.codes(names));
    }

    static String escapeXml(String text) {
        return text
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&apos;");
    }

    static String unescapeXml(String text) {
        return unescape(text, XML);
    }

    /** Entities that nobody knows stay as they are. */
    private static String unescape(String text, Map<String, Integer> codes) {
        return ENTITY.matcher(text).replaceAll(match -> {
            Integer code =
                match.group(1) != null
                    ? Integer.valueOf(match.group(1))
                    : match.group(2) != null
                      ? Integer.valueOf(match.group(2), 16)
                      : codes.get(match.group(3));
            boolean known = code != null && Character.isValidCodePoint(code);
            return Matcher.quoteReplacement(known ? Character.toString(code) : match.group());
        });
    }

    static String escapeCsv(String text) {
        boolean plain = text.chars().noneMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    static String unescapeCsv(String text) {
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
            return text;
        }
        String inside = text.substring(1, text.length() - 1);
        boolean quoted = inside.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return quoted ? inside.replace("\"\"", "\"") : text;
    }

    /**
     * String literals of Java and ECMAScript: a backslash before the special characters, control and non-ASCII
     * characters by code.
     */
    static String escapeProgram(String text, String special) {
        StringBuilder escaped = new StringBuilder();
        for (char character : text.toCharArray()) {
            int control = "\b\n\t\f\r".indexOf(character);
            if (control >= 0) {
                escaped.append('\\').append("bntfr".charAt(control));
            } else if (special.indexOf(character) >= 0) {
                escaped.append('\\').append(character);
            } else {
                escaped.append(asciiOrCode(character));
            }
        }
        return escaped.toString();
    }

    static String escapeUnicode(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char character : text.toCharArray()) {
            escaped.append(asciiOrCode(character));
        }
        return escaped.toString();
    }

    private static String asciiOrCode(char character) {
        return character >= ' ' && character <= '~'
            ? String.valueOf(character)
            : String.format("\\u%04X", (int) character);
    }

    static String unescapeProgram(String text) {
        return PROGRAM_ESCAPE.matcher(text).replaceAll(match -> {
            if (match.group(1) != null) {
                return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16)));
            }
            if (match.group(2) != null) {
                return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(2), 8)));
            }
            int control = "bntfr".indexOf(match.group(3));
            return Matcher.quoteReplacement(
                control < 0 ? match.group(3) : String.valueOf("\b\n\t\f\r".charAt(control))
            );
        });
    }
}
