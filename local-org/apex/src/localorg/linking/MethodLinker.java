package localorg.linking;

import java.util.BitSet;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns the code of one method: owners, names and descriptors, and the calls for which Java has no equal. */
final class MethodLinker extends MethodVisitor {

    private static final String ITERABLE = "localorg/runtime/system/Iterable";

    private final String className;
    private final boolean isUse;
    private final int fileId;
    private final MethodNames methodNames;
    private final StaticVariables statics;
    private final MemberCheck check;
    private final BitSet hookedLines;
    private int line;
    private int lastConstant;

    /** isUse: entering the method is a first use of its class, which initializes it. */
    MethodLinker(
        MethodVisitor next,
        String className,
        boolean isUse,
        int fileId,
        MethodNames methodNames,
        StaticVariables statics,
        MemberCheck check,
        BitSet hookedLines
    ) {
        super(Opcodes.ASM9, next);
        this.className = className;
        this.isUse = isUse;
        this.fileId = fileId;
        this.methodNames = methodNames;
        this.statics = statics;
        this.check = check;
        this.hookedLines = hookedLines;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (isUse) {
            statics.initialize(className, mv);
        }
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
        String mapped = RuntimeNames.REMAPPER.mapDesc(descriptor);
        boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        if (isStatic && statics.access(opcode, owner, name, mapped, mv)) {
            return;
        }
        if (isStatic && !owner.equals(className)) {
            statics.initialize(owner, mv);
        }
        super.visitFieldInsn(opcode, mappedOwner, plain, mapped);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String typeName) {
        super.visitTryCatchBlock(start, end, handler, typeName == null ? null : RuntimeNames.map(typeName));
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        String mappedOwner = RuntimeNames.map(owner);
        String mapped = RuntimeNames.REMAPPER.mapMethodDesc(descriptor);
        String plain = javaName(mappedOwner, methodNames.plain(name));
        if (StatementHooks.isOne(plain)) {
            hookedLines.set(Math.abs(lastConstant));
            super.visitLdcInsn(fileId);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, mappedOwner, plain, withParameter(mapped, "I"), false);
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
