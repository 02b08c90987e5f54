package localorg.linking;

import java.util.HashMap;
import java.util.Map;

/** Defines the program's classes for one transaction: a loader of its own gives every transaction fresh static variables. */
public final class ProgramClassLoader extends ClassLoader {
    private final LinkedProgram program;
    private final Map<String, Class<?>> stubs = new HashMap<>();

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
        try {
            return Class.forName(RuntimeNames.map(type.name()).replace('/', '.'), true, this);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
