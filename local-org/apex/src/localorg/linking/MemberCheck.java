package localorg.linking;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.Type;

/**
 * Finds out while linking which platform members the runtime library lacks; at run time such a call fails with a
 * NoSuchMethodError.
 */
final class MemberCheck {

    private static final Map<String, Optional<Class<?>>> CLASSES = new ConcurrentHashMap<>();
    private static final Map<Class<?>, Set<String>> METHODS = new ConcurrentHashMap<>();

    private final String file;
    private final List<MissingMember> missing;

    MemberCheck(String file, List<MissingMember> missing) {
        this.file = file;
        this.missing = missing;
    }

    static boolean isInterface(String internalName) {
        return RuntimeNames.isRuntime(internalName) && load(internalName).map(Class::isInterface).orElse(false);
    }

    static boolean isEnum(String internalName) {
        return load(internalName).map(Class::isEnum).orElse(false);
    }

    private static Optional<Class<?>> load(String internalName) {
        return CLASSES.computeIfAbsent(internalName, name -> {
            try {
                return Optional.of(Class.forName(name.replace('/', '.'), false, MemberCheck.class.getClassLoader()));
            } catch (ClassNotFoundException e) {
                return Optional.empty();
            }
        });
    }

    void type(String internalName, int line) {
        if (RuntimeNames.isRuntime(internalName) && load(internalName).isEmpty()) {
            report(readable(internalName), line);
        }
    }

    void field(String owner, String name, int line) {
        if (!RuntimeNames.isRuntime(owner)) {
            return;
        }
        Optional<Class<?>> type = load(owner);
        boolean found =
            type.isPresent() &&
            List.of(type.get().getFields())
                .stream()
                .anyMatch(field -> field.getName().equals(name));
        if (!found) {
            report(readable(owner) + "." + name, line);
        }
    }

    void method(String owner, String name, String descriptor, int line) {
        if (!RuntimeNames.isRuntime(owner)) {
            return;
        }
        Optional<Class<?>> type = load(owner);
        if (type.isEmpty()) {
            report(readable(owner) + "." + name, line);
        } else if (
            name.equals("<init>") ? !hasConstructor(type.get(), descriptor) : !hasMethod(type.get(), name, descriptor)
        ) {
            report(
                readable(owner) + "." + (name.equals("<init>") ? "<constructor>" : name) + parameters(descriptor),
                line
            );
        }
    }

    private static boolean hasConstructor(Class<?> type, String descriptor) {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (Type.getConstructorDescriptor(constructor).equals(descriptor)) {
                return true;
            }
        }
        return false;
    }

    /** Java copies every method for whoever asks for them, so each class is asked once. */
    private static boolean hasMethod(Class<?> type, String name, String descriptor) {
        return METHODS.computeIfAbsent(type, MemberCheck::methods).contains(name + descriptor);
    }

    private static Set<String> methods(Class<?> type) {
        Set<String> found = new HashSet<>();
        for (Class<?> current = type; current != null; current = current.getSuperclass()) {
            for (Method method : current.getDeclaredMethods()) {
                found.add(method.getName() + Type.getMethodDescriptor(method));
            }
            for (Class<?> parent : current.getInterfaces()) {
                found.addAll(methods(parent));
            }
        }
        return found;
    }

    private void report(String member, int line) {
        MissingMember found = new MissingMember(member, file, line);
        if (!missing.contains(found)) {
            missing.add(found);
        }
    }

    private static String readable(String internalName) {
        return internalName.substring(RuntimeNames.RUNTIME.length()).replace('/', '.');
    }

    private static String parameters(String descriptor) {
        StringBuilder text = new StringBuilder("(");
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            String name = parameter.getClassName();
            text.append(text.length() > 1 ? ", " : "").append(name.substring(name.lastIndexOf('.') + 1));
        }
        String result = Type.getReturnType(descriptor).getClassName();
        return text
            .append("): ")
            .append(result.substring(result.lastIndexOf('.') + 1))
            .toString();
    }
}
