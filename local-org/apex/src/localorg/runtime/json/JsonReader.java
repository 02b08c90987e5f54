package localorg.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import localorg.linking.ApexType;
import localorg.linking.ClassDescription;
import localorg.runtime.Instances;
import localorg.runtime.Transaction;
import localorg.runtime.exception.JSONException;
import localorg.runtime.exception.TypeException;
import localorg.runtime.exception.UncatchableException;
import localorg.runtime.lang.ApexException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.ApexSet;
import localorg.runtime.lang.EnumMethods;

/** JSON as Apex values (Apex Reference, JSON.deserialize, deserializeStrict, deserializeUntyped). */
public final class JsonReader {

    private static final ApexType ANY_MAP = ApexType.ofApexName("Map<String, Object>");
    static final ApexType ANY_LIST = ApexType.ofApexName("List<Object>");

    /** Not among the types that a component may send (Lightning Web Components Developer Guide, Expose Apex Methods). */
    private static final Set<String> NOT_FROM_COMPONENTS = Set.of("Time", "Blob");

    private final boolean strict;
    private final boolean fromComponent;

    public JsonReader(boolean strict) {
        this(strict, false);
    }

    private JsonReader(boolean strict, boolean fromComponent) {
        this.strict = strict;
        this.fromComponent = fromComponent;
    }

    // Imitates: a component sets @AuraEnabled properties of an argument, whose constructor runs — Aura Components Developer Guide, Returning Data from an Apex Server-Side Controller (likely: properties only) [L]
    /** Arguments of @AuraEnabled methods. */
    public static JsonReader forComponent() {
        return new JsonReader(false, true);
    }

    public Object read(String text, ApexType type) {
        return parse(text, json -> value(json, type));
    }

    public Object readUntyped(String text) {
        return parse(text, this::untyped);
    }

    /** Reads from a parser that stands on the value's first token. */
    private interface Reading {
        Object from(JsonParser json) throws IOException;
    }

    private static Object parse(String text, Reading reading) {
        if (text == null) {
            throw new NullPointerException();
        }
        try (JsonParser json = JsonSupport.FACTORY.createParser(text)) {
            if (json.nextToken() == null) {
                throw new JSONException("No content to map to Object due to end of input");
            }
            return reading.from(json);
        } catch (JsonProcessingException e) {
            throw JsonSupport.exception(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Maps, lists, Strings, Booleans, Integers (Longs beyond them) and Decimals. */
    Object untyped(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT -> {
                ApexMap map = new ApexMap(ANY_MAP);
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String name = json.currentName();
                    json.nextToken();
                    map.put(name, untyped(json));
                }
                return map;
            }
            case START_ARRAY -> {
                ApexList list = new ApexList(ANY_LIST);
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(untyped(json));
                }
                return list;
            }
            case VALUE_TRUE, VALUE_FALSE -> {
                return json.getBooleanValue();
            }
            case VALUE_NUMBER_INT -> {
                return switch (json.getNumberType()) {
                    case INT -> json.getIntValue();
                    case LONG -> json.getLongValue();
                    default -> json.getDecimalValue();
                };
            }
            case VALUE_NUMBER_FLOAT -> {
                return json.getDecimalValue();
            }
            case VALUE_NULL -> {
                return null;
            }
            default -> {
                return json.getText();
            }
        }
    }

    /** A value of a declared type. */
    public Object value(JsonParser json, ApexType type) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (type.isObject()) {
            return untyped(json);
        }
        if (fromComponent && NOT_FROM_COMPONENTS.contains(type.apexName())) {
            throw UncatchableException.notImitated("a " + type + " from a component");
        }
        if (type.isList() || type.isSet()) {
            return collection(json, type);
        }
        if (type.isMap()) {
            return map(json, type);
        }
        if (type.isSObject()) {
            return JsonRecords.read(this, json, type);
        }
        Object scalar = JsonScalars.read(json, type);
        return scalar != null ? scalar : instance(json, type);
    }

    private Object collection(JsonParser json, ApexType type) throws IOException {
        expect(json, JsonToken.START_ARRAY, type);
        ApexList list = new ApexList(type);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(json, type.first()));
        }
        if (type.isList()) {
            return list;
        }
        ApexSet set = new ApexSet(type);
        set.addAll(list);
        return set;
    }

    private Object map(JsonParser json, ApexType type) throws IOException {
        expect(json, JsonToken.START_OBJECT, type);
        ApexMap map = new ApexMap(type);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            Object key = key(json.currentName(), type.first());
            json.nextToken();
            map.put(key, value(json, type.second()));
        }
        return map;
    }

    private static Object key(String name, ApexType type) {
        return switch (type.name()) {
            case "com/force/swag/id/ID" -> ApexId.of(name);
            case "java/lang/Integer" -> Integer.valueOf(name);
            case "java/lang/Long" -> Long.valueOf(name);
            default -> name;
        };
    }

    static void expect(JsonParser json, JsonToken token, ApexType type) {
        if (json.currentToken() != token) {
            throw new JSONException(
                "Malformed JSON: Expected '" +
                    (token == JsonToken.START_ARRAY ? "[" : "{") +
                    "' at the beginning of " +
                    (type.isList() || type.isSet() ? "List/Set" : "object")
            );
        }
    }

    private Object instance(JsonParser json, ApexType type) throws IOException {
        ClassDescription description = Transaction.current().program().description(type.name());
        if (description != null && description.isEnum()) {
            try {
                return EnumMethods.valueOf(Transaction.current().loader().javaClass(type), json.getText());
            } catch (ApexException e) {
                throw JsonScalars.illegalValue(json, type);
            }
        }
        if (description == null && fromComponent) {
            throw UncatchableException.notImitated("a " + type + " from a component");
        }
        if (description == null) {
            return PlatformObjects.read(this, json, type);
        }
        if (description.isAbstract()) {
            throw new TypeException("Cannot deserialize JSON as abstract type: " + type);
        }
        expect(json, JsonToken.START_OBJECT, type);
        Object instance = create(type);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            ClassDescription.Member member = member(description, name);
            if (member != null && isWritable(member)) {
                Members.write(instance, member, value(json, member.type()));
            } else if (strict) {
                throw new JSONException("Unknown field: " + type + "." + name);
            } else {
                json.skipChildren();
            }
        }
        return instance;
    }

    private boolean isWritable(ClassDescription.Member member) {
        return !fromComponent || (member.property() && member.modifiers().has("auraEnabled"));
    }

    /** JSON.deserialize runs no constructor. */
    private Object create(ApexType type) {
        try {
            Class<?> javaClass = Transaction.current().loader().javaClass(type);
            return fromComponent ? Instances.create(javaClass) : Instances.allocate(javaClass);
        } catch (NoSuchMethodException e) {
            throw UncatchableException.notImitated("an argument whose constructor takes arguments: " + type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names match in any case, like every name in Apex. */
    private static ClassDescription.Member member(ClassDescription start, String name) {
        for (
            ClassDescription current = start;
            current != null;
            current = Transaction.current().program().description(current.parent())
        ) {
            for (ClassDescription.Member member : current.members().values()) {
                if (!member.isStatic() && !member.isTransient() && member.name().equalsIgnoreCase(name)) {
                    return member;
                }
            }
        }
        return null;
    }
}
