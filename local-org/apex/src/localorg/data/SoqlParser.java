package localorg.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.DateMethods;
import localorg.runtime.lang.DatetimeTexts;

// Not imitated: SOSL, groups in a sub-query, functions of rows but for dates, and local variables in dynamic SOQL — the product has none, and each is refused by name
/** Parses SOQL text (SOQL and SOSL Reference). */
public final class SoqlParser {

    /** A query that is not SOQL; the message says where. */
    public static final class SyntaxException extends RuntimeException {

        SyntaxException(String message) {
            super(message);
        }
    }

    private static final Set<String> CLAUSES = Set.of(
        "WHERE",
        "WITH",
        "GROUP",
        "HAVING",
        "ORDER",
        "LIMIT",
        "OFFSET",
        "FOR",
        "ALL",
        "USING"
    );

    private static final Map<String, Soql> PARSED = new ConcurrentHashMap<>();

    private final List<SoqlTokens.Token> tokens;
    private int position;

    private SoqlParser(String text) {
        tokens = SoqlTokens.of(text);
    }

    /** Parsed queries are remembered: Apex runs the same few again and again. */
    public static Soql parse(String text) {
        return PARSED.computeIfAbsent(text, SoqlParser::parseAnew);
    }

    private static Soql parseAnew(String text) {
        SoqlParser parser = new SoqlParser(text);
        Soql query = parser.query();
        if (parser.position < parser.tokens.size()) {
            throw parser.unexpected();
        }
        return query;
    }

    private Soql query() {
        expect("SELECT");
        List<Soql.Item> select = new ArrayList<>();
        do {
            select.add(item());
        } while (accept(","));
        expect("FROM");
        String object = word();
        accept("AS");
        String alias = peekKind("word") && !CLAUSES.contains(peek().text().toUpperCase(Locale.ROOT)) ? word() : null;
        if (accept("USING")) {
            throw UncatchableException.notImitated("USING " + word());
        }
        Soql.Condition where = accept("WHERE") ? condition() : null;
        Soql.Mode mode = Soql.Mode.UNSTATED;
        while (accept("WITH")) {
            mode = mode();
        }
        List<Soql.Operand> groupBy = new ArrayList<>();
        Soql.Condition having = null;
        if (accept("GROUP")) {
            expect("BY");
            do {
                groupBy.add(operand());
            } while (accept(","));
            having = accept("HAVING") ? condition() : null;
        }
        List<Soql.Order> orderBy = accept("ORDER") ? orders() : List.of();
        Soql.Value limit = accept("LIMIT") ? value() : null;
        Soql.Value offset = accept("OFFSET") ? value() : null;
        boolean locks = false;
        while (accept("FOR")) {
            locks |= word().equalsIgnoreCase("UPDATE"); // else VIEW or REFERENCE
        }
        boolean allRows = accept("ALL");
        if (allRows) {
            expect("ROWS");
        }
        return new Soql(select, object, alias, where, mode, groupBy, having, orderBy, limit, offset, locks, allRows);
    }

    private Soql.Mode mode() {
        String name = word().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "USER_MODE" -> Soql.Mode.USER_MODE;
            case "SYSTEM_MODE" -> Soql.Mode.SYSTEM_MODE;
            case "SECURITY_ENFORCED" -> Soql.Mode.SECURITY_ENFORCED;
            default -> throw UncatchableException.notImitated("WITH " + name);
        };
    }

    private Soql.Item item() {
        if (accept("(")) {
            Soql child = query();
            expect(")");
            return new Soql.SubQuery(child);
        }
        if (accept("TYPEOF")) {
            throw UncatchableException.notImitated("TYPEOF");
        }
        Soql.Operand operand = operand();
        if ("FIELDS".equalsIgnoreCase(operand.function())) {
            return new Soql.AllFields(operand.path().get(0).toUpperCase(Locale.ROOT));
        }
        boolean hasAlias = peekKind("word") && !peekIs("FROM");
        return new Soql.Column(operand, hasAlias ? word() : null);
    }

    private Soql.Operand operand() {
        String name = word();
        if (!accept("(")) {
            return new Soql.Operand(null, List.of(name.split("\\.")));
        }
        List<String> path = peekIs(")") ? List.of() : List.of(word().split("\\."));
        if (peekIs("(") || peekIs(",")) {
            throw UncatchableException.notImitated("the SOQL function " + name + " of more than a field");
        }
        expect(")");
        return new Soql.Operand(name, path);
    }

    private List<Soql.Order> orders() {
        expect("BY");
        List<Soql.Order> orders = new ArrayList<>();
        do {
            Soql.Operand operand = operand();
            boolean descending = accept("DESC");
            if (!descending) {
                accept("ASC");
            }
            boolean nullsLast = false; // SOQL Reference, ORDER BY: nulls come first unless stated, whatever the direction
            if (accept("NULLS")) {
                nullsLast = word().equalsIgnoreCase("LAST");
            }
            orders.add(new Soql.Order(operand, descending, nullsLast));
        } while (accept(","));
        return orders;
    }

    private Soql.Condition condition() {
        Soql.Condition first = term();
        if (peekIs("AND")) {
            List<Soql.Condition> parts = new ArrayList<>(List.of(first));
            while (accept("AND")) {
                parts.add(term());
            }
            return new Soql.And(parts);
        }
        if (peekIs("OR")) {
            List<Soql.Condition> parts = new ArrayList<>(List.of(first));
            while (accept("OR")) {
                parts.add(term());
            }
            return new Soql.Or(parts);
        }
        return first;
    }

    private Soql.Condition term() {
        if (accept("NOT")) {
            return new Soql.Not(term());
        }
        if (accept("(")) {
            Soql.Condition inner = condition();
            expect(")");
            return inner;
        }
        Soql.Operand left = operand();
        return comparison(left);
    }

    private Soql.Condition comparison(Soql.Operand left) {
        String operator = next().text().toUpperCase(Locale.ROOT);
        return switch (operator) {
            case "=", "!=", "<", "<=", ">", ">=", "LIKE", "INCLUDES", "EXCLUDES", "IN" -> new Soql.Comparison(
                left,
                operator,
                value()
            );
            case "<>" -> new Soql.Comparison(left, "!=", value());
            case "NOT" -> {
                expect("IN");
                yield new Soql.Comparison(left, "NOT IN", value());
            }
            default -> throw new SyntaxException("unexpected token: '" + operator + "'");
        };
    }

    private Soql.Value value() {
        SoqlTokens.Token token = next();
        return switch (token.kind()) {
            case "string" -> new Soql.Literal(
                SoqlTokens.unescape(token.text().substring(1, token.text().length() - 1))
            );
            case "number" -> new Soql.Literal(new BigDecimal(token.text()));
            case "date" -> new Soql.Literal(DateMethods.valueOf(token.text()));
            case "datetime" -> new Soql.Literal(DatetimeTexts.ofIso(token.text().toUpperCase(Locale.ROOT)));
            case "bind" -> new Soql.Bind(token.text().substring(1).trim());
            case "symbol" -> listOrQuery(token);
            case "word" -> wordValue(token.text());
            default -> throw new SyntaxException("unexpected token: '" + token.text() + "'");
        };
    }

    private Soql.Value listOrQuery(SoqlTokens.Token token) {
        if (!token.text().equals("(")) {
            throw new SyntaxException("unexpected token: '" + token.text() + "'");
        }
        if (peekIs("SELECT")) {
            Soql inner = query();
            expect(")");
            return new Soql.QueryValue(inner);
        }
        List<Soql.Value> values = new ArrayList<>();
        do {
            values.add(value());
        } while (accept(","));
        expect(")");
        return new Soql.ListValue(values);
    }

    private Soql.Value wordValue(String word) {
        switch (word.toUpperCase(Locale.ROOT)) {
            case "TRUE":
                return new Soql.Literal(true);
            case "FALSE":
                return new Soql.Literal(false);
            case "NULL":
                return new Soql.Literal(null);
            default:
                int number = peekKind("bind") ? Integer.parseInt(next().text().substring(1).trim()) : 0;
                return new Soql.DateLiteral(word.toUpperCase(Locale.ROOT), number);
        }
    }

    private SoqlTokens.Token peek() {
        return position < tokens.size() ? tokens.get(position) : new SoqlTokens.Token("end", "<EOF>");
    }

    private SoqlTokens.Token next() {
        SoqlTokens.Token token = peek();
        position++;
        return token;
    }

    private boolean peekIs(String text) {
        return peek().text().equalsIgnoreCase(text) && !peek().kind().equals("string");
    }

    private boolean peekKind(String kind) {
        return peek().kind().equals(kind);
    }

    private boolean accept(String text) {
        if (peekIs(text)) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(String text) {
        if (!accept(text)) {
            throw unexpected();
        }
    }

    private String word() {
        if (!peekKind("word")) {
            throw unexpected();
        }
        return next().text();
    }

    private SyntaxException unexpected() {
        return new SyntaxException("unexpected token: '" + peek().text() + "'");
    }
}
