package localorg.linking;

import java.util.BitSet;
import java.util.List;
import localorg.compiler.CompiledType;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.commons.Remapper;

/** Turns a class as the compiler emits it into one that runs against the engine's runtime library. */
final class ClassLinker {

    /**
     * Java keeps inner classes' private members from their outer class, Apex does not; final would forbid
     * Test.createStub.
     */
    private static final int DROPPED = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;

    private static final String ITERABLE = "localorg/runtime/system/Iterable";

    private final CompiledType type;
    private final int fileId;
    private final MethodNames methodNames;
    private final MemberCheck check;
    private final BitSet hookedLines = new BitSet();

    private final Remapper remapper = new Remapper() {
        @Override
        public String map(String internalName) {
            return RuntimeNames.map(internalName);
        }
    };

    ClassLinker(CompiledType type, int fileId, MethodNames methodNames, List<MissingMember> missing) {
        this.type = type;
        this.fileId = fileId;
        this.methodNames = methodNames;
        this.check = new MemberCheck(type.file(), missing);
    }

    /** The lines that the compiler's coverage hooks can report; known after linking. */
    BitSet hookedLines() {
        return hookedLines;
    }

    byte[] link() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ClassReader(type.bytes()).accept(new LinkingVisitor(writer), 0);
        return writer.toByteArray();
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
            return super.visitField(access & ~DROPPED, name, remapper.mapDesc(descriptor), null, value);
        }

        @Override
        public MethodVisitor visitMethod(
            int access,
            String name,
            String descriptor,
            String signature,
            String[] exceptions
        ) {
            String mapped = remapper.mapMethodDesc(descriptor);
            String plain = methodNames.plain(name);
            ownEquals |= plain.equals("equals") && mapped.equals("(Ljava/lang/Object;)Ljava/lang/Boolean;");
            ownHashCode |= plain.equals("hashCode") && mapped.equals("()Ljava/lang/Integer;");
            MethodVisitor out = super.visitMethod(access & ~DROPPED, plain, mapped, null, exceptions);
            return new JSRInlinerAdapter(new CodeVisitor(out), access, plain, mapped, null, exceptions);
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

    private final class CodeVisitor extends MethodVisitor {

        private int line;
        private int lastConstant;

        CodeVisitor(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
            super.visitLineNumber(number, start);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
                lastConstant = opcode - Opcodes.ICONST_0;
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            lastConstant = operand;
            super.visitIntInsn(opcode, operand);
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Integer constant) {
                lastConstant = constant;
            }
            super.visitLdcInsn(value);
        }

        @Override
        public void visitTypeInsn(int opcode, String typeName) {
            String mapped = RuntimeNames.map(typeName);
            check.type(mapped, line);
            if (opcode == Opcodes.CHECKCAST && !mapped.startsWith("java/")) {
                // a failed cast is a TypeException, and a cast of a collection minds its type arguments
                super.visitLdcInsn(typeName);
                super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "localorg/runtime/Hooks",
                    "convert",
                    "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Object;",
                    false
                );
            }
            super.visitTypeInsn(opcode, mapped);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            String mappedOwner = RuntimeNames.map(owner);
            boolean platform = RuntimeNames.isRuntime(mappedOwner);
            String plain = platform ? name.replaceFirst("^_static_", "") : name;
            check.field(mappedOwner, plain, line);
            super.visitFieldInsn(opcode, mappedOwner, plain, remapper.mapDesc(descriptor));
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String typeName) {
            super.visitTryCatchBlock(start, end, handler, typeName == null ? null : RuntimeNames.map(typeName));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            String mappedOwner = RuntimeNames.map(owner);
            String mapped = remapper.mapMethodDesc(descriptor);
            String plain = javaName(mappedOwner, methodNames.plain(name));
            if (plain.equals("statementExecuted")) {
                hookedLines.set(Math.abs(lastConstant));
                super.visitLdcInsn(fileId);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, mappedOwner, plain, "(Ljava/lang/Integer;I)V", false);
            } else if (plain.equals("additionalCodeLocationCovered")) {
                hookedLines.set(Math.abs(lastConstant));
                super.visitLdcInsn(fileId);
                super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    mappedOwner,
                    plain,
                    "(Ljava/lang/String;Ljava/lang/Integer;I)V",
                    false
                );
            } else if (needsTypeName(opcode, owner, mappedOwner, plain)) {
                // one runtime class stands for List<A> and List<B>, Account and User: it has to be told which it is
                super.visitLdcInsn(owner);
                call(opcode, mappedOwner, plain, withParameter(mapped, "Ljava/lang/String;"), false);
            } else if (isJavaException(owner) && opcode == Opcodes.INVOKEVIRTUAL) {
                // catch (Exception e) makes calls on java.lang.Exception that Java's class does not have
                call(
                    Opcodes.INVOKESTATIC,
                    "localorg/runtime/lang/ExceptionMethods",
                    plain,
                    withReceiver(mapped, "Ljava/lang/Exception;"),
                    false
                );
            } else if (
                opcode == Opcodes.INVOKEVIRTUAL && isForeign(owner, mappedOwner) && isBoxedObjectMethod(plain, mapped)
            ) {
                call(
                    Opcodes.INVOKESTATIC,
                    "localorg/runtime/lang/ObjectMethods",
                    plain,
                    withReceiver(mapped, "Ljava/lang/Object;"),
                    false
                );
            } else if (isPlatformEnum(mappedOwner) && opcode != Opcodes.INVOKESPECIAL) {
                callOnEnum(opcode, mappedOwner, plain, mapped);
            } else if (owner.equals("java/lang/Enum") && plain.equals("valueOf")) {
                // the emitted classes lack Java's enum flag
                super.visitMethodInsn(opcode, "localorg/runtime/lang/EnumMethods", plain, mapped, false);
            } else {
                call(opcode, mappedOwner, plain, mapped, isInterface);
            }
        }

        private void call(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean onInterface = isInterface || MemberCheck.isInterface(owner);
            // the compiler calls Iterable.iterator() as a method of a class, and as one that returns Object
            int invocation = onInterface && opcode == Opcodes.INVOKEVIRTUAL ? Opcodes.INVOKEINTERFACE : opcode;
            String exact =
                owner.equals(ITERABLE) && name.equals("iterator") ? "()Llocalorg/runtime/system/Iterator;" : descriptor;
            check.method(owner, name, exact, line);
            super.visitMethodInsn(invocation, owner, name, exact, onInterface);
        }

        private void callOnEnum(int opcode, String owner, String name, String descriptor) {
            boolean isStatic = opcode == Opcodes.INVOKESTATIC;
            if (isStatic) {
                // values() and valueOf(String) of the enumeration
                super.visitLdcInsn(Type.getObjectType(owner));
                String erased = name.equals("valueOf")
                    ? "(Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Enum;"
                    : withParameter(descriptor, "Ljava/lang/Class;");
                super.visitMethodInsn(Opcodes.INVOKESTATIC, "localorg/runtime/lang/EnumMethods", name, erased, false);
            } else {
                super.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "localorg/runtime/lang/EnumMethods",
                    name,
                    withReceiver(descriptor, "Ljava/lang/Enum;"),
                    false
                );
            }
        }
    }

    /** assert is a word of Java's own. */
    private static String javaName(String mappedOwner, String name) {
        return name.equals("assert") && RuntimeNames.isRuntime(mappedOwner) ? "assert_" : name;
    }

    private static boolean isJavaException(String owner) {
        return owner.equals("java/lang/Exception") || RuntimeNames.map(owner).equals("java/lang/NullPointerException");
    }

    private static boolean isBoxedObjectMethod(String name, String descriptor) {
        return (
            (name.equals("equals") && descriptor.endsWith("Ljava/lang/Boolean;")) ||
            (name.equals("hashCode") && descriptor.endsWith("Ljava/lang/Integer;"))
        );
    }

    private static boolean isForeign(String owner, String mappedOwner) {
        return (
            owner.equals("java/lang/Object") || (RuntimeNames.isRuntime(mappedOwner) && !isPlatformEnum(mappedOwner))
        );
    }

    private static boolean isPlatformEnum(String mappedOwner) {
        return RuntimeNames.isRuntime(mappedOwner) && MemberCheck.isEnum(mappedOwner);
    }

    private static boolean needsTypeName(int opcode, String owner, String mappedOwner, String name) {
        boolean collection =
            mappedOwner.startsWith("localorg/runtime/lang/Apex") && owner.startsWith("com/salesforce/api/fast/");
        boolean record = mappedOwner.equals("localorg/runtime/lang/SObject");
        boolean construction = opcode == Opcodes.INVOKESPECIAL && name.equals("<init>");
        return (construction && (collection || record)) || (record && opcode == Opcodes.INVOKESTATIC);
    }

    private static String withParameter(String descriptor, String parameter) {
        int end = descriptor.indexOf(')');
        return descriptor.substring(0, end) + parameter + descriptor.substring(end);
    }

    private static String withReceiver(String descriptor, String receiver) {
        return "(" + receiver + descriptor.substring(1);
    }
}
