package localorg.runtime.system;

import java.math.BigDecimal;
import java.util.Map;
import localorg.linking.ApexType;
import localorg.linking.ClassDescription;
import localorg.runtime.Instances;
import localorg.runtime.Transaction;
import localorg.runtime.exception.TypeException;
import localorg.runtime.lang.ApexBlob;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.ApexDatetime;
import localorg.runtime.lang.ApexId;
import localorg.runtime.lang.ApexList;
import localorg.runtime.lang.ApexMap;
import localorg.runtime.lang.ApexSet;
import localorg.runtime.lang.ApexTime;
import localorg.runtime.lang.SObject;

/** Apex Reference, Type Class. */
public class Type {

    private static final Map<Class<?>, String> SCALARS = Map.of(
        String.class,
        "String",
        Integer.class,
        "Integer",
        Long.class,
        "Long",
        Double.class,
        "Double",
        Boolean.class,
        "Boolean",
        BigDecimal.class,
        "Decimal",
        ApexDatetime.class,
        "Datetime",
        ApexDate.class,
        "Date",
        ApexId.class,
        "Id",
        ApexBlob.class,
        "Blob"
    );

    private final ApexType type;

    public Type(ApexType type) {
        this.type = type;
    }

    public ApexType apexType() {
        return type;
    }

    /** The type's name of any value, for messages. */
    public static String nameOf(Object value) {
        if (value instanceof SObject record) {
            return record.objectName();
        }
        if (value instanceof ApexList list) {
            return list.type().apexName();
        }
        if (value instanceof ApexSet set) {
            return set.type().apexName();
        }
        if (value instanceof ApexMap map) {
            return map.type().apexName();
        }
        if (value instanceof ApexTime) {
            return "Time";
        }
        String scalar = SCALARS.get(value.getClass());
        ClassDescription description = Transaction.current().program().description(value.getClass().getName());
        return scalar != null
            ? scalar
            : description != null
              ? description.apexName()
              : value.getClass().getSimpleName();
    }

    /** Null when there is no such type. */
    public static Type forName(String name) {
        return name == null ? null : forName(null, name);
    }

    public static Type forName(String namespace, String name) {
        ApexType found = resolve(ApexType.ofApexName(name), namespace);
        return found == null ? null : new Type(found);
    }

    private static ApexType resolve(ApexType type, String namespace) {
        Transaction transaction = Transaction.current();
        if (!type.arguments().isEmpty()) {
            java.util.List<ApexType> arguments = new java.util.ArrayList<>();
            for (ApexType argument : type.arguments()) {
                ApexType resolved = resolve(argument, namespace);
                if (resolved == null) {
                    return null;
                }
                arguments.add(resolved);
            }
            return new ApexType(type.name(), java.util.List.copyOf(arguments));
        }
        if (type.name().contains("/")) {
            return type; // a scalar
        }
        boolean ownNamespace = namespace == null || namespace.isEmpty();
        ClassDescription description = ownNamespace ? transaction.program().find(type.name()) : null;
        if (description != null) {
            return new ApexType(description.name(), java.util.List.of());
        }
        if (transaction.org().metadata().object(type.name()) != null && ownNamespace) {
            return ApexType.ofInternalName(
                "com/salesforce/api/entity/" + transaction.org().metadata().object(type.name()).name()
            );
        }
        String platform = type.name().contains(".")
            ? type.name().replace('.', '/')
            : (ownNamespace ? "system" : namespace.toLowerCase(java.util.Locale.ROOT)) + "/" + type.name();
        ApexType candidate = ApexType.ofInternalName(platform);
        return transaction.loader().javaClass(candidate) == null ? null : candidate;
    }

    public String getName() {
        return type.apexName();
    }

    /** A new instance by the constructor without parameters; of a collection an empty one. */
    public Object newInstance() {
        if (type.isList()) {
            return new ApexList(type);
        }
        if (type.isSet()) {
            return new ApexSet(type);
        }
        if (type.isMap()) {
            return new ApexMap(type);
        }
        if (type.isSObject()) {
            return SObject.of(type.objectName());
        }
        try {
            return Instances.create(javaClass());
        } catch (NoSuchMethodException e) {
            throw new TypeException("Type cannot be constructed: " + getName());
        }
    }

    public Class<?> javaClass() {
        Class<?> javaClass = Transaction.current().loader().javaClass(type);
        if (javaClass == null) {
            throw new TypeException("Invalid type: " + getName());
        }
        return javaClass;
    }

    public Boolean isAssignableFrom(Type source) {
        return javaClass().isAssignableFrom(source.javaClass());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Type same && same.type.equals(type);
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public String toString() {
        return getName();
    }
}
