package localorg.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import localorg.metadata.FieldDefinition;
import localorg.metadata.ObjectDefinition;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.DateMethods;
import localorg.runtime.lang.Equality;

/** What a field's definition demands of its values. */
final class FieldRules {

    private static final Set<String> READ_ONLY = Set.of(
        "CreatedDate",
        "CreatedById",
        "LastModifiedDate",
        "LastModifiedById",
        "SystemModstamp",
        "IsDeleted"
    );

    private static final Pattern QUOTED = Pattern.compile("(?s)'.*'|\".*\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private FieldRules() {}

    static boolean isReadOnly(FieldDefinition field) {
        return READ_ONLY.contains(field.name()) || field.type().equals("AutoNumber") || field.type().equals("Summary");
    }

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

    /** The platform's message when the value does not fit, else null. */
    static String check(FieldDefinition field, Object value) {
        if (value instanceof String text && field.isText() && text.length() > field.length()) {
            String shown = text.length() > 80 ? text.substring(0, 80) : text;
            return field.label() + ": data value too large: " + shown + " (max length=" + field.length() + ")";
        }
        return null;
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

    /** The default of a custom field: a literal or one of the plain functions. */
    static Object defaultValue(FieldDefinition field) {
        String formula = field.defaultValue();
        if (field.type().equals("Checkbox")) {
            return "true".equalsIgnoreCase(formula);
        }
        if (formula == null) {
            return null;
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
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : field.type().equals("Picklist") ? text : null;
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
