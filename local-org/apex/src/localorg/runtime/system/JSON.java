package localorg.runtime.system;

import localorg.runtime.Heap;
import localorg.runtime.json.JsonReader;
import localorg.runtime.json.JsonWriter;

/** Apex Reference, JSON Class. */
public class JSON {

    public static String serialize(Object value) {
        return serialize(value, false);
    }

    public static String serialize(Object value, Boolean suppressNulls) {
        return Heap.keep(new JsonWriter(false, suppressNulls).write(value));
    }

    public static String serializePretty(Object value) {
        return serializePretty(value, false);
    }

    public static String serializePretty(Object value, Boolean suppressNulls) {
        return Heap.keep(new JsonWriter(true, suppressNulls).write(value));
    }

    public static Object deserialize(String text, Type type) {
        return new JsonReader(false).read(text, type.apexType());
    }

    public static Object deserializeStrict(String text, Type type) {
        return new JsonReader(true).read(text, type.apexType());
    }

    public static Object deserializeUntyped(String text) {
        return new JsonReader(false).readUntyped(text);
    }

    public static JSONGenerator createGenerator(Boolean pretty) {
        return new JSONGenerator(pretty);
    }

    public static JSONParser createParser(String text) {
        return new JSONParser(text);
    }
}
