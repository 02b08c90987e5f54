package localorg.linking;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Defines the program's classes for one transaction: a loader of its own gives every transaction fresh static
 * variables.
 */
public final class ProgramClassLoader extends ClassLoader {

    private final LinkedProgram program;
    private final Map<String, Class<?>> stubs = new HashMap<>();
    private final Map<String, Optional<Class<?>>> javaClasses = new ConcurrentHashMap<>();
    private final Map<String, Optional<Class<?>>> plainClasses = new ConcurrentHashMap<>();

    public ProgramClassLoader(LinkedProgram program) {
        super(ProgramClassLoader.class.getClassLoader());
        this.program = program;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = program.bytes(name.replace('.', '/'));
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    public LinkedProgram program() {
        return program;
    }

    /** The class that Test.createStub makes instances of. */
    public synchronized Class<?> stubOf(Class<?> type) {
        return stubs.computeIfAbsent(type.getName(), name -> {
            byte[] bytes = new StubClass(type).bytes();
            return defineClass(null, bytes, 0, bytes.length);
        });
    }

    /** The Java class for an Apex type; null when there is none. */
    public Class<?> javaClass(ApexType type) {
        Optional<Class<?>> known = javaClasses.get(type.name());
        if (known == null) {
            known = load(RuntimeNames.map(type.name()));
            javaClasses.put(type.name(), known);
        }
        return known.orElse(null);
    }

    private Optional<Class<?>> load(String internalName) {
        try {
            return Optional.of(Class.forName(internalName.replace('/', '.'), false, this));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * The Java class of a type whose instances are known by it alone; null for collections and records, which have more
     * to check.
     */
    public Class<?> plainClass(String internalType) {
        Optional<Class<?>> known = plainClasses.get(internalType);
        if (known == null) {
            ApexType type = ApexType.ofInternalName(internalType);
            boolean plain =
                type.arguments().isEmpty() && !type.isSObject() && !type.isList() && !type.isSet() && !type.isMap();
            known = plain ? Optional.ofNullable(javaClass(type)) : Optional.empty();
            plainClasses.put(internalType, known);
        }
        return known.orElse(null);
    }
}
