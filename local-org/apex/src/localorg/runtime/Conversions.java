package localorg.runtime;

import java.math.BigDecimal;
import localorg.metadata.FieldDefinition;
import localorg.runtime.exception.SObjectException;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.DateMethods;
import localorg.runtime.lang.DatetimeMethods;
import localorg.runtime.lang.DatetimeTexts;

/** Brings values to the Apex type of a field. */
public final class Conversions {

    private Conversions() {}

    public static BigDecimal toDecimal(Object number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return number instanceof Double value
            ? BigDecimal.valueOf(value)
            : BigDecimal.valueOf(((Number) number).longValue());
    }

    /** A value that Apex puts into a field; a wrong type is "Illegal assignment from X to Y". */
    public static Object toField(FieldDefinition field, Object value) {
        if (value == null) {
            return null;
        }
        Object converted = switch (field.type()) {
            case "Checkbox" -> value instanceof Boolean ? value : null;
            case "Number", "Currency", "Percent" -> value instanceof Number ? toDecimal(value) : null;
            case "Double" -> value instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
            case "Integer" -> value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
            case "Long" -> value instanceof Number number ? Long.valueOf(number.longValue()) : null;
            case "DateTime" -> value instanceof ApexDatetime
                ? value
                : value instanceof ApexDate date
                  ? DatetimeMethods.newInstance(date)
                  : null;
            case "Date" -> value instanceof ApexDate
                ? value
                : value instanceof ApexDatetime datetime
                  ? DatetimeMethods.date(datetime)
                  : null;
            case "Id", "Lookup", "MasterDetail", "MetadataRelationship" -> value instanceof ApexId
                ? value
                : value instanceof String text && ApexId.isId(text)
                  ? ApexId.of(text)
                  : field.type().equals("MetadataRelationship")
                    ? value
                    : null;
            case "Blob", "Time" -> value;
            default -> value instanceof String || value instanceof ApexId ? value.toString() : null;
        };
        if (converted == null) {
            throw new SObjectException(
                "Illegal assignment from " + localorg.runtime.system.Type.nameOf(value) + " to " + apexType(field)
            );
        }
        return converted;
    }

    private static String apexType(FieldDefinition field) {
        return switch (field.type()) {
            case "Checkbox" -> "Boolean";
            case "Number", "Currency", "Percent" -> "Decimal";
            case "DateTime" -> "Datetime";
            case "Id", "Lookup", "MasterDetail", "MetadataRelationship" -> "Id";
            default -> field.isText() ? "String" : field.type();
        };
    }

    /** A value as metadata XML has it. */
    public static Object fromText(FieldDefinition field, String text) {
        if (text == null) {
            return null;
        }
        return switch (field.type()) {
            case "Checkbox" -> Boolean.valueOf(text);
            case "Number", "Currency", "Percent" -> new BigDecimal(text);
            case "DateTime" -> DatetimeTexts.ofIso(text);
            case "Date" -> DateMethods.valueOf(text);
            default -> text;
        };
    }
}
