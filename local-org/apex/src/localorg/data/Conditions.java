package localorg.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import localorg.runtime.exception.QueryException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexSet;
import localorg.runtime.lang.DatetimeMethods;
import localorg.runtime.lang.Equality;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.Type;

/**
 * Evaluates conditions of a query on rows. Text compares without regard to case (SOQL and SOSL Reference, Comparison
 * Operators).
 */
final class Conditions {

    private final Map<Object, Object> binds;
    private final Function<Soql, List<Object>> subQuery;

    /** subQuery answers the single column of a semi-join. */
    Conditions(Map<Object, Object> binds, Function<Soql, List<Object>> subQuery) {
        this.binds = binds;
        this.subQuery = subQuery;
    }

    /**
     * Whether a row meets a condition, asked with what reads its operands. What they are compared with is found once,
     * not for each row.
     */
    Predicate<Function<Soql.Operand, Object>> of(Soql.Condition condition) {
        if (condition == null) {
            return row -> true;
        }
        if (condition instanceof Soql.And and) {
            return and.parts().stream().map(this::of).reduce(Predicate::and).orElseThrow();
        }
        if (condition instanceof Soql.Or or) {
            return or.parts().stream().map(this::of).reduce(Predicate::or).orElseThrow();
        }
        if (condition instanceof Soql.Not not) {
            return of(not.part()).negate();
        }
        Soql.Comparison comparison = (Soql.Comparison) condition;
        Predicate<Object> matches = comparison(comparison.operator(), comparison.right());
        return row -> matches.test(row.apply(comparison.left()));
    }

    /** Whether the left side of a comparison is as the right one wants it. */
    private Predicate<Object> comparison(String operator, Soql.Value right) {
        if (right instanceof Soql.DateLiteral literal) {
            DateLiterals days = DateLiterals.of(literal.name(), literal.number());
            return left -> left != null && days.matches(operator, DateLiterals.dayOf(left));
        }
        Object value = value(right);
        return switch (operator) {
            case "IN" -> isIn(list(value));
            case "NOT IN" -> isIn(list(value)).negate();
            case "=" -> left -> areEqual(left, value);
            case "!=" -> left -> !areEqual(left, value);
            case "LIKE" -> isLike(value);
            case "INCLUDES" -> left -> left != null && includes(left, list(value));
            case "EXCLUDES" -> left -> left == null || !includes(left, list(value));
            default -> left -> left != null && value != null && ordered(operator, order(left, value));
        };
    }

    private static Predicate<Object> isIn(List<Object> items) {
        return left -> {
            for (Object item : items) {
                if (areEqual(left, item)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean ordered(String operator, int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /**
     * LIKE: % any characters, _ one character, backslash takes their meaning away. A list matches when one of its
     * patterns does.
     */
    private static Predicate<Object> isLike(Object pattern) {
        if (pattern instanceof List<?> patterns) {
            return patterns
                .stream()
                .<Predicate<Object>>map(Conditions::isLike)
                .reduce(left -> false, Predicate::or);
        }
        if (pattern == null) {
            return left -> false;
        }
        StringBuilder regex = new StringBuilder();
        String text = pattern.toString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                regex.append(Pattern.quote(String.valueOf(text.charAt(++i))));
            } else {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        Pattern compiled = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        return left -> left != null && compiled.matcher(left.toString()).matches();
    }

    private static boolean includes(Object left, List<Object> wanted) {
        List<String> chosen = List.of(left.toString().toLowerCase(Locale.ROOT).split(";"));
        return wanted
            .stream()
            .anyMatch(item -> chosen.containsAll(List.of(item.toString().toLowerCase(Locale.ROOT).split(";"))));
    }

    /** A value of the right side: lists and sets as a Java list, null values inside kept. */
    Object value(Soql.Value value) {
        if (value instanceof Soql.Literal literal) {
            return literal.value();
        }
        if (value instanceof Soql.Bind bind) {
            return bound(bind.name());
        }
        if (value instanceof Soql.ListValue list) {
            List<Object> items = new ArrayList<>();
            list.values().forEach(item -> items.add(value(item)));
            return items;
        }
        if (value instanceof Soql.QueryValue query) {
            return subQuery.apply(query.query());
        }
        throw new QueryException("unexpected token: '" + ((Soql.DateLiteral) value).name() + "'");
    }

    private Object bound(String name) {
        if (binds == null) {
            throw UncatchableException.notImitated("local variables in dynamic SOQL: " + name);
        }
        Object key = binds
            .keySet()
            .stream()
            .filter(known -> name.equalsIgnoreCase(String.valueOf(known)))
            .findFirst()
            .orElseThrow(() -> new QueryException("Variable does not exist: " + name));
        Object value = binds.get(key);
        if (value instanceof ApexList list) {
            return idsOfRecords(list.items());
        }
        return value instanceof ApexSet set
            ? idsOfRecords(set.items())
            : value instanceof SObject record
              ? record.get("Id")
              : value;
    }

    /** A list of records stands for their Ids. */
    private static List<Object> idsOfRecords(Iterable<Object> items) {
        List<Object> values = new ArrayList<>();
        items.forEach(item -> values.add(item instanceof SObject record ? record.get("Id") : item));
        return values;
    }

    @SuppressWarnings("unchecked") // value() builds lists of Object only
    private static List<Object> list(Object value) {
        return value instanceof List ? (List<Object>) value : java.util.Collections.singletonList(value);
    }

    private static boolean areEqual(Object left, Object value) {
        Object right = alike(left, value);
        if (left instanceof String a && right instanceof String b) {
            return a.equalsIgnoreCase(b);
        }
        // an empty text is stored as null
        if (left == null && "".equals(right)) {
            return true;
        }
        return Equality.areEqual(left, right);
    }

    // Imitates: a Date that is bound becomes a Datetime where the field is one, and the reverse — Apex Developer Guide, Rules of Conversion (likely: the reverse) [C]
    /** The value of a variable as the field has it; what can never be compared is refused. */
    private static Object alike(Object left, Object right) {
        if (left == null || right == null || left.getClass() == right.getClass()) {
            return right;
        }
        if (left instanceof ApexDatetime && right instanceof ApexDate day) {
            return DatetimeMethods.newInstance(day);
        }
        if (left instanceof ApexDate && right instanceof ApexDatetime moment) {
            return DatetimeMethods.date(moment);
        }
        if (kind(left) != kind(right)) {
            throw new QueryException(
                "Invalid bind expression type of " + Type.nameOf(right) + " for column of type " + Type.nameOf(left)
            );
        }
        return right;
    }

    private static Class<?> kind(Object value) {
        return value instanceof Number ? Number.class : value instanceof ApexId ? String.class : value.getClass();
    }

    private static int order(Object left, Object value) {
        Object right = alike(left, value);
        if (left instanceof String a && right instanceof String b) {
            return a.compareToIgnoreCase(b);
        }
        if (left instanceof ApexId || right instanceof ApexId) {
            return left.toString().compareTo(right.toString());
        }
        return Equality.compare(left, right);
    }

    /** ORDER BY's order of two values, null not among them. */
    static int orderOf(Object left, Object right) {
        return order(left, right);
    }

    /** The rows that LIMIT and OFFSET leave. */
    <T> List<T> limited(Soql query, List<T> rows) {
        int from = query.offset() == null ? 0 : number(query.offset());
        int most = query.limit() == null ? rows.size() : number(query.limit());
        if (from < 0 || most < 0) {
            throw new QueryException("LIMIT and OFFSET must not be negative");
        }
        if (from > QueryRules.MAXIMUM_OFFSET) {
            throw new QueryException(QueryRules.OFFSET_TOO_LARGE);
        }
        return rows.stream().skip(from).limit(most).toList();
    }

    private int number(Soql.Value value) {
        Object number = value(value);
        return number instanceof BigDecimal decimal ? decimal.intValue() : ((Number) number).intValue();
    }
}
