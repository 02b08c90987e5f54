package localorg.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Field;
import localorg.linking.ApexType;
import localorg.runtime.Instances;
import localorg.runtime.Transaction;
import localorg.runtime.exception.JSONException;
import localorg.runtime.lang.EnumMethods;

/**
 * Reads the platform's own value classes (ConnectApi, Auth), whose Apex types stand in an annotation where Java's are
 * not enough. Apex Reference, JSON Class: deserialize.
 */
final class PlatformObjects {

    private PlatformObjects() {}

    static Object read(JsonReader reader, JsonParser json, ApexType type) throws IOException {
        Class<?> javaClass = Transaction.current().loader().javaClass(type);
        if (javaClass == null) {
            throw new JSONException("Apex Type unsupported in JSON: " + type);
        }
        if (javaClass.isEnum()) {
            return EnumMethods.valueOf(javaClass, json.getText());
        }
        if (json.currentToken() != JsonToken.START_OBJECT || javaClass.getFields().length == 0) {
            throw new JSONException("Apex Type unsupported in JSON: " + type);
        }
        try {
            Object instance = Instances.allocate(javaClass);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                Field field = find(javaClass, name);
                if (field == null) {
                    json.skipChildren();
                } else {
                    field.set(instance, reader.value(json, typeOf(field)));
                }
            }
            return instance;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field find(Class<?> type, String name) {
        for (Field field : type.getFields()) {
            if (field.getName().equalsIgnoreCase(name)) {
                return field;
            }
        }
        return null;
    }

    private static ApexType typeOf(Field field) {
        ApexTypeName stated = field.getAnnotation(ApexTypeName.class);
        String own = field.getType().getName().replace('.', '/').replaceFirst("^localorg/runtime/", "");
        return ApexType.ofInternalName(stated != null ? stated.value() : own);
    }
}
