package localorg.runtime.system;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.StringWriter;
import localorg.runtime.json.JsonReader;
import localorg.runtime.json.JsonText;
import localorg.runtime.json.JsonWriter;

/** Apex Reference, JSON Class. */
public final class JSON {
    private JSON() {}

    public static JSONGenerator createGenerator(Boolean pretty) {
        return new JSONGenerator(pretty);
    }

    public static JSONParser createParser(String text) {
        return new JSONParser(JsonText.parser(text));
    }

    public static String serialize(Object value) {
        return text(value, false, false);
    }

    public static String serialize(Object value, Boolean suppressApexObjectNulls) {
        return text(value, suppressApexObjectNulls, false);
    }

    public static String serializePretty(Object value) {
        return text(value, false, true);
    }

    public static String serializePretty(Object value, Boolean suppressApexObjectNulls) {
        return text(value, suppressApexObjectNulls, true);
    }

    private static String text(Object value, boolean suppressNulls, boolean pretty) {
        StringWriter out = new StringWriter();
        return JsonText.orJsonException(() -> {
            try (JsonGenerator generator = JsonText.generator(out, pretty)) {
                new JsonWriter(generator, suppressNulls).write(value);
            }
            return out.toString();
        });
    }

    public static Object deserialize(String text, Type type) {
        return typed(text, type, false);
    }

    /** Attributes that the type does not have are errors. */
    public static Object deserializeStrict(String text, Type type) {
        return typed(text, type, true);
    }

    private static Object typed(String text, Type type, boolean strict) {
        JsonParser parser = JsonText.parser(text);
        return JsonText.orJsonException(() -> JsonReader.whole(parser, () -> new JsonReader(parser, strict).typed(type.apexType())));
    }

    public static Object deserializeUntyped(String text) {
        JsonParser parser = JsonText.parser(text);
        return JsonText.orJsonException(() -> JsonReader.whole(parser, () -> new JsonReader(parser, false).untyped()));
    }
}
