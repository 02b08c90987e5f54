package localorg.linking;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Where the platform calls a project's Apex from outside; each tells when it is entered and left, for the cost report. */
final class EntryPoints {

    private static final String HOOKS = "localorg/runtime/Hooks";
    /** Methods that the platform calls because of the parent or an interface of their class. */
    private static final Map<String, Set<String>> BY_TYPE = Map.of(
        "Auth/AuthProviderPluginClass",
        Set.of("initiate", "handleCallback", "getUserInfo", "refresh"),
        "System/Queueable",
        Set.of("execute"),
        "System/Finalizer",
        Set.of("execute"),
        "System/Schedulable",
        Set.of("execute"),
        "Database/Batchable",
        Set.of("start", "execute", "finish"),
        "VisualEditor/DynamicPickList",
        Set.of("getDefaultValue", "getValues")
    );

    private EntryPoints() {}

    static boolean isOne(ClassDescription type, ClassDescription.Operation operation) {
        ClassDescription.Modifiers modifiers = operation.modifiers();
        if (operation.isStatic()) {
            return modifiers.has("auraEnabled") || modifiers.has("invocableMethod") || modifiers.has("future");
        }
        boolean isTrigger = type.isTrigger() && operation.name().equals("invoke");
        return (
            isTrigger ||
            BY_TYPE.entrySet()
                .stream()
                .anyMatch(
                    entry -> extendsOrImplements(type, entry.getKey()) && entry.getValue().contains(operation.name())
                )
        );
    }

    private static boolean extendsOrImplements(ClassDescription type, String platformType) {
        return Stream.concat(Stream.of(type.parent()), type.interfaces().stream()).anyMatch(
            platformType::equalsIgnoreCase
        );
    }

    /** A trigger has one, so its name says it. */
    static String nameOf(ClassDescription type, String method) {
        return type.isTrigger() ? type.apexName() : type.apexName() + "." + method;
    }

    /** Reports around the code that is written to it, also when that throws. */
    static MethodVisitor reporting(String name, MethodVisitor next) {
        return new MethodVisitor(Opcodes.ASM9, next) {
            private final Label start = new Label();
            private final Label end = new Label();

            @Override
            public void visitCode() {
                super.visitCode();
                super.visitLdcInsn(name);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "enterEntryPoint", "(Ljava/lang/String;)V", false);
                super.visitLabel(start);
            }

            @Override
            public void visitInsn(int opcode) {
                if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                    leave();
                }
                super.visitInsn(opcode);
            }

            @Override
            public void visitMaxs(int stack, int locals) {
                super.visitLabel(end);
                super.visitTryCatchBlock(start, end, end, null);
                leave();
                super.visitInsn(Opcodes.ATHROW);
                super.visitMaxs(stack, locals);
            }

            private void leave() {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "leaveEntryPoint", "()V", false);
            }
        };
    }
}
