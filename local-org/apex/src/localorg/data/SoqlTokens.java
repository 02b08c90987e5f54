package localorg.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts SOQL text into tokens. */
final class SoqlTokens {

    private static final Pattern TOKEN = Pattern.compile(
        "\\s*(?:" +
            "(?<string>'(?:[^'\\\\]|\\\\.)*')" +
            "|(?<datetime>\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:[Zz]|[+-]\\d\\d:?\\d\\d))" +
            "|(?<date>\\d{4}-\\d\\d-\\d\\d)" +
            "|(?<number>[+-]?\\d+(?:\\.\\d+)?)" +
            "|(?<bind>:\\s*[\\w.]+)" +
            "|(?<word>\\w+(?:\\.\\w+)*)" +
            "|(?<symbol><=|>=|!=|<>|[=<>(),])" +
            "|(?<other>\\S))",
        Pattern.DOTALL
    );
    private static final List<String> KINDS = List.of(
        "string",
        "datetime",
        "date",
        "number",
        "bind",
        "word",
        "symbol",
        "other"
    );

    private SoqlTokens() {}

    /** kind is the name of the group of TOKEN that matched. */
    record Token(String kind, String text) {}

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find(end) && matcher.start() == end) {
            for (String kind : KINDS) {
                if (matcher.group(kind) != null) {
                    tokens.add(new Token(kind, matcher.group(kind)));
                }
            }
            end = matcher.end();
        }
        return tokens;
    }

    /** The text of a string literal (SOQL and SOSL Reference, Quoted String Escape Sequences). */
    static String unescape(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                result.append(c);
                continue;
            }
            c = text.charAt(++i);
            switch (c) {
                case 'n', 'N' -> result.append('\n');
                case 'r', 'R' -> result.append('\r');
                case 't', 'T' -> result.append('\t');
                case 'b', 'B' -> result.append('\b');
                case 'f', 'F' -> result.append('\f');
                case '_', '%' -> result.append('\\').append(c); // stays escaped for LIKE
                default -> result.append(c);
            }
        }
        return result.toString();
    }
}
