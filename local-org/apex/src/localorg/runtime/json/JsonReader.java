package localorg.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import localorg.linking.ApexType;
import localorg.linking.ClassDescription;
import localorg.linking.ClassDescription.Member;
import localorg.metadata.FieldDefinition;
import localorg.runtime.Conversions;
import localorg.runtime.Instances;
import localorg.runtime.Transaction;
import localorg.runtime.exception.JSONException;
import localorg.runtime.exception.NoSuchElementException;
import localorg.runtime.exception.StringException;
import localorg.runtime.exception.TypeException;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.ApexSet;
import localorg.runtime.lang.ApexTime;
import localorg.runtime.lang.DateMethods;
import localorg.runtime.lang.DatetimeMethods;
import localorg.runtime.lang.EnumMethods;
import localorg.runtime.lang.SObject;
import localorg.runtime.system.EncodingUtil;

/**
 * JSON as Apex values (Apex Reference, JSON Class). Each method finds the parser at the first token of the value and leaves it at the last.
 * Where the Reference is silent this is strict: a number written as a string is no number.
 */
public final class JsonReader {
    private static final Set<String> SCALARS = Set.of("String", "Id", "Boolean", "Integer", "Long", "Double", "Decimal", "Date", "Datetime",
        "Time", "Blob");

    private final JsonParser in;
    private final boolean strict;

    /** Strict as in deserializeStrict: members that the type lacks are errors. */
    public JsonReader(JsonParser in, boolean strict) {
        this.in = in;
        this.strict = strict;
    }

    /** A whole text as one value. */
    public static Object whole(JsonParser parser, JsonText.Operation<Object> value) throws IOException {
        if (parser.nextToken() == null) {
            throw new JSONException("No content to map to Object due to end of input");
        }
        Object result = value.run();
        if (parser.nextToken() != null) {
            throw new JSONException("Unexpected content after the end of the JSON value");
        }
        return result;
    }

    /** Maps, lists, String, Boolean, Integer, Long and Decimal. */
    public Object untyped() throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    entries.put(name, untyped());
                }
                yield ApexMap.ofObjects(entries);
            }
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    items.add(untyped());
                }
                yield ApexList.of(items);
            }
            case VALUE_NULL -> null;
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> switch (in.getNumberType()) {
                case INT -> in.getIntValue();
                case LONG -> in.getLongValue();
                default -> new BigDecimal(in.getBigIntegerValue());
            };
            case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
            default -> in.getText();
        };
    }

    public Object typed(ApexType type) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (type.isList()) {
            return ApexList.of(items(type.first()), type.first());
        }
        if (type.isSet()) {
            ApexSet set = new ApexSet(type);
            set.items().addAll(items(type.first()));
            return set;
        }
        if (type.isMap()) {
            return map(type);
        }
        if (type.isSObject()) {
            return record(type.objectName());
        }
        if (type.isObject()) {
            throw new JSONException("Apex Type unsupported in JSON: Object");
        }
        return SCALARS.contains(type.apexName()) ? scalar(type.apexName()) : instance(type);
    }

    private List<Object> items(ApexType element) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw new JSONException("Malformed JSON: Expected '[' at the beginning of List/Set");
        }
        List<Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(typed(element));
        }
        return items;
    }

    private void expectObject() {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new JSONException("Malformed JSON: Expected '{' at the beginning of object");
        }
    }

    private ApexMap map(ApexType type) throws IOException {
        expectObject();
        ApexMap map = new ApexMap(type);
        while (in.nextToken() != JsonToken.END_OBJECT) {
            Object key = fromText(type.first().apexName(), in.currentName());
            in.nextToken();
            map.put(key, typed(type.second()));
        }
        return map;
    }

    private Object scalar(String type) throws IOException {
        JsonToken token = in.currentToken();
        if (!token.isScalarValue()) {
            throw illegal(type);
        }
        return switch (type) {
            case "Boolean" -> token.isBoolean() ? in.getBooleanValue() : fail(type);
            case "Integer" -> token == JsonToken.VALUE_NUMBER_INT ? in.getIntValue() : fail(type);
            case "Long" -> token == JsonToken.VALUE_NUMBER_INT ? in.getLongValue() : fail(type);
            case "Double" -> token.isNumeric() ? in.getDoubleValue() : fail(type);
            case "Decimal" -> token.isNumeric() ? in.getDecimalValue() : fail(type);
            case "String" -> in.getText();
            default -> token == JsonToken.VALUE_STRING ? fromText(type, in.getText()) : fail(type);
        };
    }

    private Object fail(String type) throws IOException {
        throw illegal(type);
    }

    private JSONException illegal(String type) throws IOException {
        return new JSONException("Illegal value for " + type.toLowerCase(Locale.ROOT) + ": " + in.getText());
    }

    /** A String value, or the key of a map. */
    private static Object fromText(String type, String text) {
        try {
            return switch (type) {
                case "String", "Object" -> text;
                case "Id" -> ApexId.of(text);
                case "Date" -> DateMethods.valueOf(text);
                case "Datetime" -> DatetimeMethods.ofIso(text);
                case "Time" -> new ApexTime(LocalTime.parse(text.replaceFirst("Z$", "")));
                case "Blob" -> EncodingUtil.base64Decode(text);
                case "Integer" -> Integer.valueOf(text);
                case "Long" -> Long.valueOf(text);
                default -> throw new JSONException("Apex Type unsupported in JSON: " + type);
            };
        } catch (TypeException | StringException | DateTimeException | NumberFormatException e) {
            throw new JSONException("Illegal value for " + type.toLowerCase(Locale.ROOT) + ": " + text);
        }
    }

    /** An Apex object, made without running its constructor, as on the platform; or an enumeration constant. */
    private Object instance(ApexType type) throws IOException {
        Class<?> javaClass = Transaction.current().loader().javaClass(type);
        ClassDescription description = Transaction.current().program().description(type.name());
        if (description == null || javaClass == null) {
            throw new JSONException("Apex Type unsupported in JSON: " + type);
        }
        if (description.isEnum()) {
            return constant(javaClass, type);
        }
        if (description.isAbstract()) {
            throw new TypeException("Cannot deserialize JSON as abstract type: " + type);
        }
        expectObject();
        Object instance = allocate(javaClass);
        Map<String, Member> members = Members.of(javaClass);
        while (in.nextToken() != JsonToken.END_OBJECT) {
            Member member = members.get(in.currentName());
            if (member == null && strict) {
                throw new JSONException("Unknown field: " + type + "." + in.currentName());
            }
            in.nextToken();
            if (member == null) {
                in.skipChildren();
            } else {
                Members.write(instance, member, typed(member.type()));
            }
        }
        return instance;
    }

    private static Object allocate(Class<?> type) {
        try {
            return Instances.allocate(type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object constant(Class<?> javaClass, ApexType type) throws IOException {
        try {
            return EnumMethods.valueOf(javaClass, in.getText());
        } catch (NoSuchElementException e) {
            throw illegal(type.apexName());
        }
    }

    /** Fields and parent records by name in any case; what the object lacks is ignored unless strict. */
    private SObject record(String object) throws IOException {
        expectObject();
        SObject record = SObject.of(object);
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            FieldDefinition field = record.definition().field(name);
            FieldDefinition relationship = record.definition().relationship(name);
            if (field != null) {
                record.values().put(field.name(), fieldValue(field));
            } else if (relationship != null) {
                ApexType parent = ApexType.ofInternalName("com/salesforce/api/entity/" + relationship.referenceTo());
                record.values().put(relationship.relationshipName(), typed(parent));
            } else if (strict && !name.equals("attributes")) {
                throw new JSONException("No such column '" + name + "' on sobject of type " + object);
            } else {
                in.skipChildren();
            }
        }
        return record;
    }

    private Object fieldValue(FieldDefinition field) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (field.type()) {
            case "Date" -> scalar("Date");
            case "DateTime" -> scalar("Datetime");
            case "Time" -> scalar("Time");
            case "Blob" -> scalar("Blob");
            default -> Conversions.toField(field, untyped());
        };
    }
}
