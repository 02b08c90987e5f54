package localorg.linking;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Builds the class behind Test.createStub: a subclass whose instance methods all go to the StubProvider.
 * Apex Developer Guide, Build a Mocking Framework with the Stub API: private, static and property methods can't be
 * stubbed.
 */
final class StubClass {

    private static final String SUPPORT = "localorg/runtime/system/StubSupport";

    private final Class<?> type;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    StubClass(Class<?> type) {
        this.type = type;
    }

    byte[] bytes() {
        String parent = type.isInterface() ? "localorg/runtime/lang/ApexObject" : Type.getInternalName(type);
        String[] interfaces = type.isInterface() ? new String[] { Type.getInternalName(type) } : null;
        writer.visit(
            Opcodes.V1_5,
            Opcodes.ACC_PUBLIC,
            Type.getInternalName(type) + "__sfdc_ApexStub",
            null,
            parent,
            interfaces
        );
        writer.visitField(Opcodes.ACC_PUBLIC, "stubProvider", "Ljava/lang/Object;", null, null).visitEnd();
        Set<String> written = new HashSet<>();
        for (Class<?> current = type; current != null && isApex(current); current = current.getSuperclass()) {
            for (Method method : current.getDeclaredMethods()) {
                if (
                    isStubbed(method) &&
                    !isPrivate(method) &&
                    written.add(method.getName() + Type.getMethodDescriptor(method))
                ) {
                    write(method);
                }
            }
        }
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static boolean isApex(Class<?> current) {
        return current.getClassLoader() instanceof ProgramClassLoader;
    }

    private static boolean isStubbed(Method method) {
        boolean open = !Modifier.isStatic(method.getModifiers());
        boolean generated =
            method.getName().startsWith("__sfdc") ||
            method.getName().equals("clone") ||
            (method.getReturnType().isPrimitive() && method.getReturnType() != void.class);
        return open && !generated;
    }

    private static boolean isPrivate(Method method) {
        LinkedProgram program = ((ProgramClassLoader) method.getDeclaringClass().getClassLoader()).program();
        return program
            .description(method.getDeclaringClass().getName())
            .operations()
            .stream()
            .filter(operation -> operation.name().equals(method.getName()))
            .filter(operation -> operation.parameters().size() == method.getParameterCount())
            .anyMatch(ClassDescription.Operation::isPrivate);
    }

    /**
     * return (R) StubSupport.call(this, stubProvider, "name", R's internal name, the parameters' internal names, new
     * Object[] {…});
     */
    private void write(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        MethodVisitor code = writer.visitMethod(
            Opcodes.ACC_PUBLIC,
            method.getName(),
            Type.getMethodDescriptor(method),
            null,
            null
        );
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitInsn(Opcodes.DUP);
        code.visitFieldInsn(
            Opcodes.GETFIELD,
            Type.getInternalName(type) + "__sfdc_ApexStub",
            "stubProvider",
            "Ljava/lang/Object;"
        );
        code.visitLdcInsn(method.getName());
        code.visitLdcInsn(Type.getMethodDescriptor(method));
        code.visitLdcInsn(parameters.length);
        code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        for (int i = 0; i < parameters.length; i++) {
            code.visitInsn(Opcodes.DUP);
            code.visitLdcInsn(i);
            code.visitVarInsn(Opcodes.ALOAD, i + 1);
            code.visitInsn(Opcodes.AASTORE);
        }
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            SUPPORT,
            "call",
            "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/String;Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/Object;",
            false
        );
        if (method.getReturnType() == void.class) {
            code.visitInsn(Opcodes.POP);
            code.visitInsn(Opcodes.RETURN);
        } else {
            code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(method.getReturnType()));
            code.visitInsn(Opcodes.ARETURN);
        }
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
