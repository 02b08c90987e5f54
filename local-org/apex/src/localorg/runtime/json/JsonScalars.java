package localorg.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Base64;
import localorg.linking.ApexType;
import localorg.runtime.exception.JSONException;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.lang.ApexException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexTime;
import localorg.runtime.lang.DateMethods;
import localorg.runtime.lang.DatetimeTexts;

/** JSON values as Apex primitives. Apex Developer Guide, JSON Support. */
final class JsonScalars {

    private JsonScalars() {}

    /** Null when the type is no scalar. */
    static Object read(JsonParser json, ApexType type) throws IOException {
        String text = json.currentToken().isScalarValue() ? json.getText() : null;
        try {
            return switch (type.name()) {
                case "java/lang/String" -> checked(text, json, type);
                case "java/lang/Boolean" -> bool(json, type);
                case "java/lang/Integer" -> Integer.valueOf(number(json, type));
                case "java/lang/Long" -> Long.valueOf(number(json, type));
                case "java/lang/Double" -> Double.valueOf(number(json, type));
                case "java/math/BigDecimal" -> new BigDecimal(number(json, type));
                case "java/util/Calendar" -> DatetimeTexts.ofIso(dateTime(checked(text, json, type)));
                case "com/force/swag/soap/DateOnlyWrapper" -> DateMethods.valueOf(checked(text, json, type));
                case "com/force/swag/soap/Time" -> time(checked(text, json, type));
                case "com/force/swag/id/ID" -> ApexId.of(checked(text, json, type));
                case "core/filemanager/BlobValue" -> new ApexBlob(
                    Base64.getDecoder().decode(checked(text, json, type))
                );
                default -> null;
            };
        } catch (IllegalArgumentException e) {
            // NumberFormatException among them
            throw illegalValue(json, type);
        } catch (JSONException e) {
            throw e;
        } catch (ApexException e) {
            // invalid dates and Ids
            throw new JSONException(e.getMessage());
        }
    }

    /** A plain date stands for its midnight. */
    private static String dateTime(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\d") ? text + "T00:00:00Z" : text;
    }

    private static ApexTime time(String text) {
        try {
            return new ApexTime(LocalTime.parse(text.replaceFirst("Z$", "")));
        } catch (DateTimeException e) {
            throw new JSONException("Invalid time: " + text);
        }
    }

    private static String checked(String text, JsonParser json, ApexType type) {
        if (text == null) {
            throw illegalValue(json, type);
        }
        return text;
    }

    /** The reference does not say that a number may be written as a string, so it may not. */
    private static String number(JsonParser json, ApexType type) throws IOException {
        if (!json.currentToken().isNumeric()) {
            throw illegalValue(json, type);
        }
        return json.getText();
    }

    private static Boolean bool(JsonParser json, ApexType type) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            default -> throw illegalValue(json, type);
        };
    }

    static JSONException illegalValue(JsonParser json, ApexType type) {
        String shown;
        try {
            shown = json.getText();
        } catch (IOException e) {
            shown = String.valueOf(json.currentToken());
        }
        return new JSONException("Illegal value for primitive: " + shown + " (" + type + ")");
    }
}
