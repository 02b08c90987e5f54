package localorg.linking;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The compiler writes the signature into the name of a method with generics: getParameters_rMap$$lString$$cString$$r.
 * Linking takes the
 * plain name, unless two overloads of a class differ only in their type arguments and would become one.
 */
final class MethodNames {

    private final Map<String, String> plainNames = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    MethodNames(Collection<ClassDescription> classes) {
        for (ClassDescription description : classes) {
            Map<String, String> seen = new HashMap<>();
            for (ClassDescription.Operation operation : description.operations()) {
                String key = operation.name() + RuntimeNames.REMAPPER.mapMethodDesc(operation.descriptor());
                String other = seen.put(key, operation.javaName());
                if (other != null && !other.equals(operation.javaName())) {
                    ambiguous.add(other);
                    ambiguous.add(operation.javaName());
                }
                plainNames.put(operation.javaName(), operation.name());
            }
        }
    }

    String plain(String name) {
        if (!name.contains("$$") || ambiguous.contains(name)) {
            return name;
        }
        String known = plainNames.get(name);
        return known != null ? known : withoutSignature(name);
    }

    static String withoutSignature(String name) {
        return name.contains("$$") ? name.replaceFirst("_(r|0)[A-Za-z].*$", "") : name;
    }
}
