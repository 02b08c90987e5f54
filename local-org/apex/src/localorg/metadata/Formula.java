package localorg.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import localorg.runtime.lang.ApexId;

// Imitates: AND, NOT, BEGINS, CASESAFEID, & and <> of text, which know case and take blank for empty — Formula Operators and Functions [C]
/** A condition about a record, of the few functions and operators that the project uses; others fail by name. */
final class Formula {

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|<>|\\w+|\\S");

    private final List<String> tokens;
    private final Function<Map<String, Object>, Object> condition;
    private int next;

    Formula(String text) {
        tokens = TOKEN.matcher(text)
            .results()
            .map(match -> match.group().intern()) // as the names of rows are
            .toList();
        condition = comparison();
        if (next < tokens.size()) {
            throw unknown();
        }
    }

    boolean holds(Map<String, Object> values) {
        return isTrue(condition.apply(values));
    }

    private Function<Map<String, Object>, Object> comparison() {
        Function<Map<String, Object>, Object> left = text();
        if (!isNext("<>")) {
            return left;
        }
        Function<Map<String, Object>, Object> right = text();
        return values -> !left.apply(values).equals(right.apply(values));
    }

    private Function<Map<String, Object>, Object> text() {
        Function<Map<String, Object>, Object> whole = operand();
        while (isNext("&")) {
            Function<Map<String, Object>, Object> left = whole;
            Function<Map<String, Object>, Object> right = operand();
            whole = values -> left.apply(values) + "" + right.apply(values);
        }
        return whole;
    }

    private Function<Map<String, Object>, Object> operand() {
        if (isNext("(")) {
            Function<Map<String, Object>, Object> inner = comparison();
            expect(")");
            return inner;
        }
        String token = next < tokens.size() ? tokens.get(next) : "";
        if (token.startsWith("\"")) {
            next++;
            return values -> token.substring(1, token.length() - 1);
        }
        if (!token.matches("[A-Za-z]\\w*")) {
            throw unknown();
        }
        next++;
        return isNext("(") ? function(token) : values -> shown(values.get(token));
    }

    private Function<Map<String, Object>, Object> function(String name) {
        List<Function<Map<String, Object>, Object>> arguments = new ArrayList<>();
        do {
            arguments.add(comparison());
        } while (isNext(","));
        expect(")");
        return switch (name + "/" + (name.equals("AND") ? "" : arguments.size())) {
            case "AND/" -> values -> arguments.stream().allMatch(argument -> isTrue(argument.apply(values)));
            case "NOT/1" -> values -> !isTrue(arguments.get(0).apply(values));
            case "BEGINS/2" -> values ->
                arguments.get(0).apply(values).toString().startsWith(arguments.get(1).apply(values).toString());
            case "CASESAFEID/1" -> values -> ApexId.of(arguments.get(0).apply(values).toString()).toString();
            default -> throw new IllegalArgumentException("local-org does not know the formula function " + name);
        };
    }

    private static boolean isTrue(Object value) {
        return Boolean.TRUE.equals(value);
    }

    private static Object shown(Object value) {
        return value instanceof ApexId id ? id.to15() : value == null ? "" : value;
    }

    private boolean isNext(String token) {
        boolean found = next < tokens.size() && tokens.get(next).equals(token);
        next += found ? 1 : 0;
        return found;
    }

    private void expect(String token) {
        if (!isNext(token)) {
            throw unknown();
        }
    }

    private IllegalArgumentException unknown() {
        String found = next < tokens.size() ? tokens.get(next) : "the end";
        return new IllegalArgumentException("local-org does not understand the formula at " + found);
    }
}
