package localorg.runtime.lang;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import localorg.linking.ProgramClassLoader;
import localorg.runtime.Instances;
import localorg.runtime.exception.SerializationException;

/**
 * Objects as a job gets them: a deep copy with the values of the moment and without what is transient. Apex Developer
 * Guide, Queueable Apex; Using the transient Keyword.
 */
public final class Serialized {

    // Imitates: a job gets a copy of its object, transient variables are null — Apex Developer Guide, Queueable Apex (likely: what cannot be serialized) [C]
    private static final Set<String> NOT_SERIALIZABLE = Set.of(
        "Http",
        "HttpRequest",
        "HttpResponse",
        "JSONGenerator",
        "JSONParser",
        "Matcher",
        "Pattern",
        "Savepoint"
    );

    private final Map<Object, Object> copies = new IdentityHashMap<>();

    private Serialized() {}

    public static <T> T copy(T value) {
        @SuppressWarnings("unchecked") // a copy has the type of its original
        T copied = (T) new Serialized().of(value);
        return copied;
    }

    private Object of(Object value) {
        if (value == null || copies.containsKey(value)) {
            return copies.get(value);
        }
        if (value instanceof ApexList list) {
            ApexList copy = remember(value, new ApexList(list.type()));
            list.items().forEach(item -> copy.items().add(of(item)));
            return copy;
        }
        if (value instanceof ApexSet set) {
            ApexSet copy = remember(value, new ApexSet(set.type()));
            set.items().forEach(item -> copy.items().add(of(item)));
            return copy;
        }
        if (value instanceof ApexMap map) {
            ApexMap copy = remember(value, new ApexMap(map.type()));
            map.entries().forEach((key, item) -> copy.entries().put(of(key), of(item)));
            return copy;
        }
        if (value instanceof SObject row) {
            SObject copy = remember(value, row.sameState());
            copy.values().replaceAll((field, item) -> of(item));
            return copy;
        }
        Class<?> type = value.getClass();
        if (type.getName().startsWith("localorg.runtime.system.") && NOT_SERIALIZABLE.contains(type.getSimpleName())) {
            throw new SerializationException("Not Serializable: System." + type.getSimpleName());
        }
        return type.getClassLoader() instanceof ProgramClassLoader own &&
            own.program().description(type.getName().replace('.', '/')) != null &&
            !(value instanceof Enum)
            ? instance(value, type)
            : value;
    }

    private <T> T remember(Object original, T copy) {
        copies.put(original, copy);
        return copy;
    }

    private Object instance(Object value, Class<?> start) {
        try {
            Object copy = remember(value, Instances.allocate(start));
            for (
                Class<?> type = start;
                type.getClassLoader() instanceof ProgramClassLoader;
                type = type.getSuperclass()
            ) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                        field.setAccessible(true);
                        field.set(copy, of(field.get(value)));
                    }
                }
            }
            if (value instanceof ApexException original && copy instanceof ApexException exception) {
                exception.setMessage(original.getMessage());
                exception.setStackTrace(original.getStackTrace());
            }
            return copy;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
