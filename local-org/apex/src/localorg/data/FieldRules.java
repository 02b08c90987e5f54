package localorg.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Transaction;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.DateMethods;
import localorg.runtime.lang.Equality;

/** What a field's definition demands of its values. */
final class FieldRules {

    private static final Pattern QUOTED = Pattern.compile("'[^'\\\\]*'|\"[^\"\\\\]*\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern EMAIL = Pattern.compile(
        "[^\\s@<>(),;:\"]+@[^\\s@.<>(),;:\"]+(\\.[^\\s@.<>(),;:\"]+)+"
    );
    private static final int SHOWN = 80;

    /** Why a value is refused. */
    record Refusal(String status, String message) {}

    private FieldRules() {}

    // Imitates: datetimes keep whole seconds, text is trimmed and empty text is null — Object Reference, field types [C]
    /**
     * Blanks around text are trimmed and an empty text is null; numbers are rounded to their scale; the database keeps
     * seconds.
     */
    static Object normalise(FieldDefinition field, Object value) {
        if (value instanceof String text && field.isText()) {
            boolean multiline = field.type().equals("LongTextArea") || field.type().equals("Html");
            String trimmed = multiline ? text : text.strip();
            return trimmed.isEmpty() ? null : trimmed;
        }
        if (value instanceof BigDecimal number && field.custom()) {
            return number.setScale(Math.max(0, field.scale()), RoundingMode.HALF_UP);
        }
        if (value instanceof ApexDatetime datetime) {
            return new ApexDatetime(Math.floorDiv(datetime.milliseconds(), 1000L) * 1000);
        }
        return value == null && field.type().equals("Checkbox") ? Boolean.FALSE : value;
    }

    // Imitates: the length of text, the digits of numbers, addresses of email and values of restricted picklists are checked — Apex Reference, StatusCode Enum; Salesforce Help, custom field attributes (likely: the texts) [C]
    /** Why the database refuses the value, or null. */
    static Refusal refusal(FieldDefinition field, Object value) {
        if (value instanceof String text) {
            return refusal(field, text);
        }
        boolean limited = value instanceof BigDecimal && field.precision() > 0;
        if (limited && digitsBeforePoint((BigDecimal) value) > field.precision() - field.scale()) {
            String message = field.label() + ": value outside of valid range on numeric field: " + value;
            return new Refusal("NUMBER_OUTSIDE_VALID_RANGE", message);
        }
        return null;
    }

    private static Refusal refusal(FieldDefinition field, String text) {
        if (field.isText() && text.length() > field.length()) {
            String shown = text.length() > SHOWN ? text.substring(0, SHOWN) : text;
            String limit = " (max length=" + field.length() + ")";
            return new Refusal("STRING_TOO_LONG", field.label() + ": data value too large: " + shown + limit);
        }
        if (field.type().equals("Email") && !EMAIL.matcher(text).matches()) {
            return new Refusal("INVALID_EMAIL_ADDRESS", field.label() + ": invalid email address: " + text);
        }
        if (field.picklist().restricted()) {
            for (String part : field.type().equals("MultiselectPicklist") ? text.split(";") : new String[] { text }) {
                if (!field.picklistLabels().containsKey(part)) {
                    String message = field.label() + ": bad value for restricted picklist field: " + part;
                    return new Refusal("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", message);
                }
            }
        }
        return null;
    }

    private static int digitsBeforePoint(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale();
    }

    static List<String> missing(ObjectDefinition object, Map<String, Object> values) {
        List<String> missing = new ArrayList<>();
        for (FieldDefinition field : object.fields()) {
            if ((field.required() || field.type().equals("MasterDetail")) && values.get(field.name()) == null) {
                missing.add(field.name());
            }
        }
        return missing;
    }

    // Imitates: default values are there before the before triggers run, where Apex set nothing — Apex Developer Guide: Triggers and Order of Execution [C]
    /** Gives the fields that a new record does not set their defaults; one that has none in it is still null. */
    static void addDefaults(ObjectDefinition object, Map<String, Object> values) {
        for (FieldDefinition field : object.fields()) {
            if (field.hasDefault() && !values.containsKey(field.name())) {
                values.put(field.name(), defaultValue(object, field));
            }
        }
    }

    /** The default of a field: that of its picklist, a literal or one of the plain functions. */
    private static Object defaultValue(ObjectDefinition object, FieldDefinition field) {
        String formula = field.defaultValue();
        if (field.type().equals("Checkbox")) {
            return "true".equalsIgnoreCase(formula);
        }
        if (formula == null) {
            return field.picklist().defaultValue();
        }
        String text = formula.trim();
        if (QUOTED.matcher(text).matches()) {
            return text.substring(1, text.length() - 1);
        }
        if (text.equalsIgnoreCase("NOW()")) {
            return new ApexDatetime((Transaction.current().org().now() / 1000) * 1000);
        }
        if (text.equalsIgnoreCase("TODAY()")) {
            return DateMethods.today();
        }
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw UncatchableException.notImitated(
            "the default value " + formula + " of " + object.name() + "." + field.name()
        );
    }

    /**
     * Whether two values of a key field count as the same: text without regard to case unless the field says otherwise.
     */
    static boolean isSameKey(FieldDefinition field, Object a, Object b) {
        if (a instanceof String left && b instanceof String right && !field.caseSensitive()) {
            return left.strip().equalsIgnoreCase(right.strip());
        }
        return a != null && Equality.areEqual(a, b);
    }
}
