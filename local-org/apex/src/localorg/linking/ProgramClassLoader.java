package localorg.linking;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Defines the program's classes, each when it is first used. */
public final class ProgramClassLoader extends ClassLoader {

    /**
     * What has to run before the first use of a class.
     *
     * @param parent the number of the parent class, or null when nothing has to run for it
     * @param variables how many static variables there are
     */
    public record Initializer(Integer parent, int variables, Method code) {}

    private final LinkedProgram program;
    private final Initializer[] initializers;
    private final Map<String, Class<?>> stubs = new HashMap<>();
    private final Map<String, Optional<Class<?>>> javaClasses = new ConcurrentHashMap<>();
    private final Map<String, Optional<Class<?>>> plainClasses = new ConcurrentHashMap<>();

    ProgramClassLoader(LinkedProgram program) {
        super(ProgramClassLoader.class.getClassLoader());
        this.program = program;
        this.initializers = new Initializer[program.statics().count()];
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

    public int initializedClasses() {
        return initializers.length;
    }

    /** The number of a class that has to be initialized, or null. */
    public Integer numberOf(Class<?> type) {
        return program.statics().numberOf(type.getName().replace('.', '/'));
    }

    public Initializer initializer(int number) {
        // two threads may find it at the same time, and find the same
        return initializers[number] != null ? initializers[number] : (initializers[number] = findInitializer(number));
    }

    private Initializer findInitializer(int number) {
        String name = program.statics().nameOf(number);
        ClassDescription description = program.description(name);
        try {
            Method code = loadClass(name.replace('/', '.')).getDeclaredMethod(StaticVariables.INITIALIZER);
            code.setAccessible(true);
            Integer parent = program.statics().numberOf(description.parent());
            return new Initializer(parent, description.staticVariables().size(), code);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
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
