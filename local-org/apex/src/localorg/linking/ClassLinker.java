package localorg.linking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import localorg.compiler.CompiledType;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Turns a class as the compiler emits it into one that runs against the engine's runtime library. */
final class ClassLinker {

    /**
     * Java keeps inner classes' private members from their outer class, Apex does not; final would forbid
     * Test.createStub.
     */
    private static final int DROPPED = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;

    private final CompiledType type;
    private final ClassDescription description;
    private final int fileId;
    private final MethodNames methodNames;
    private final StaticVariables statics;
    private final MemberCheck check;
    private final List<MissingMember> missing = new ArrayList<>();
    private final BitSet hookedLines = new BitSet();

    ClassLinker(
        CompiledType type,
        ClassDescription description,
        int fileId,
        MethodNames methodNames,
        StaticVariables statics
    ) {
        this.type = type;
        this.description = description;
        this.fileId = fileId;
        this.methodNames = methodNames;
        this.statics = statics;
        this.check = new MemberCheck(type.file(), missing);
    }

    /** A linked class; hookedLines are those that the compiler's coverage hooks can report. */
    record Linked(CompiledType type, byte[] bytes, BitSet hookedLines, List<MissingMember> missing) {}

    Linked link() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ClassReader(type.bytes()).accept(new LinkingVisitor(writer), 0);
        return new Linked(type, writer.toByteArray(), hookedLines, missing);
    }

    private final class LinkingVisitor extends ClassVisitor {

        private boolean ownEquals;
        private boolean ownHashCode;

        LinkingVisitor(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(
            int version,
            int access,
            String name,
            String signature,
            String superName,
            String[] interfaces
        ) {
            String[] mapped = new String[interfaces.length];
            for (int i = 0; i < interfaces.length; i++) {
                mapped[i] = RuntimeNames.map(interfaces[i]);
                check.type(mapped[i], 1);
            }
            check.type(RuntimeNames.map(superName), 1);
            // Java 5 allows class constants and, once JSR is inlined, still needs no stack maps
            super.visit(Opcodes.V1_5, access & ~DROPPED, name, null, RuntimeNames.map(superName), mapped);
            super.visitSource(type.file(), null);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            boolean variable = (access & Opcodes.ACC_STATIC) != 0 && value == null;
            if (variable && statics.numberOf(type.name()) != null) {
                return null;
            }
            return super.visitField(access & ~DROPPED, name, RuntimeNames.REMAPPER.mapDesc(descriptor), null, value);
        }

        @Override
        public MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            String signature,
            String[] exceptions
        ) {
            String mapped = RuntimeNames.REMAPPER.mapMethodDesc(descriptor);
            boolean initializer = name.equals("<clinit>") && statics.numberOf(type.name()) != null;
            String plain = initializer ? StaticVariables.INITIALIZER : methodNames.plain(name);
            boolean isUse = !initializer && (name.equals("<init>") || (access & Opcodes.ACC_STATIC) != 0);
            ownEquals |= plain.equals("equals") && mapped.equals("(Ljava/lang/Object;)Ljava/lang/Boolean;");
            ownHashCode |= plain.equals("hashCode") && mapped.equals("()Ljava/lang/Integer;");
            int shown = (access & ~DROPPED) | (initializer ? Opcodes.ACC_PUBLIC : 0);
            MethodVisitor out = super.visitMethod(shown, plain, mapped, null, exceptions);
            if (isEntryPoint(name, descriptor)) {
                out = EntryPoints.reporting(EntryPoints.nameOf(description, plain), out);
            }
            return new StatementHooks(
                new MethodLinker(out, type.name(), isUse, fileId, methodNames, statics, check, hookedLines),
                access,
                plain,
                mapped,
                null,
                exceptions
            );
        }

        private boolean isEntryPoint(String name, String descriptor) {
            return description
                .operations()
                .stream()
                .filter(operation -> operation.javaName().equals(name) && operation.descriptor().equals(descriptor))
                .anyMatch(operation -> EntryPoints.isOne(description, operation));
        }

        @Override
        public void visitEnd() {
            boolean isEnum = "java/lang/Enum".equals(new ClassReader(type.bytes()).getSuperName());
            if (ownEquals && !isEnum) {
                bridge("equals", "(Ljava/lang/Object;)", "Z", "Ljava/lang/Boolean;", "booleanValue");
            }
            if (ownHashCode && !isEnum) {
                bridge("hashCode", "()", "I", "Ljava/lang/Integer;", "intValue");
            }
            super.visitEnd();
        }

        /** Java's collections call the primitive form; Apex classes define the boxed one. */
        private void bridge(String name, String parameters, String primitive, String boxed, String unbox) {
            MethodVisitor code = super.visitMethod(Opcodes.ACC_PUBLIC, name, parameters + primitive, null, null);
            code.visitCode();
            code.visitVarInsn(Opcodes.ALOAD, 0);
            if (!parameters.equals("()")) {
                code.visitVarInsn(Opcodes.ALOAD, 1);
            }
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, type.name(), name, parameters + boxed, false);
            code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                boxed.substring(1, boxed.length() - 1),
                unbox,
                "()" + primitive,
                false
            );
            code.visitInsn(Opcodes.IRETURN);
            code.visitMaxs(0, 0);
            code.visitEnd();
        }
    }
}
