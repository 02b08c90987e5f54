package localorg.linking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Static variables live in the transaction instead of the Java class, so that transactions share the classes and yet
 * start afresh. Each class that has any, or a static block, has a number; its first use in a transaction runs what Java
 * would run when it loads the class.
 */
final class StaticVariables {

    /** The method that holds what Java calls the static initializer. */
    static final String INITIALIZER = "$initialize";

    private static final String HOOKS = "localorg/runtime/Hooks";

    private final Map<String, ClassDescription> classes = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    StaticVariables(Collection<ClassDescription> descriptions) {
        for (ClassDescription description : descriptions) {
            classes.put(description.name(), description);
            if (description.isInitialized()) {
                numbers.put(description.name(), names.size());
                names.add(description.name());
            }
        }
    }

    /** The number of the class, or null when it has nothing to initialize. */
    Integer numberOf(String className) {
        return numbers.get(className);
    }

    String nameOf(int number) {
        return names.get(number);
    }

    int count() {
        return names.size();
    }

    /** Writes the call that runs the initializer of the class unless the transaction has done so. */
    void initialize(String className, MethodVisitor code) {
        Integer number = numbers.get(className);
        if (number != null) {
            code.visitLdcInsn(number);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "initialize", "(I)V", false);
        }
    }

    /** Writes the access to a variable; answers whether it is one (constants stay where they are). */
    boolean access(int opcode, String owner, String field, String mappedDescriptor, MethodVisitor code) {
        ClassDescription declaring = classes.get(owner);
        while (declaring != null && !declaring.staticVariables().contains(field)) {
            declaring = classes.get(declaring.parent());
        }
        if (declaring == null) {
            return false;
        }
        List<String> variables = declaring.staticVariables();
        code.visitLdcInsn(numbers.get(declaring.name()));
        code.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "staticVariables", "(I)[Ljava/lang/Object;", false);
        if (opcode == Opcodes.GETSTATIC) {
            code.visitLdcInsn(variables.indexOf(field));
            code.visitInsn(Opcodes.AALOAD);
            code.visitTypeInsn(Opcodes.CHECKCAST, Type.getType(mappedDescriptor).getInternalName());
        } else {
            code.visitInsn(Opcodes.SWAP);
            code.visitLdcInsn(variables.indexOf(field));
            code.visitInsn(Opcodes.SWAP);
            code.visitInsn(Opcodes.AASTORE);
        }
        return true;
    }
}
