package localorg.linking;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The code of a method without subroutines, and without the box around the line number of each of the compiler's hooks. */
final class StatementHooks extends JSRInlinerAdapter {

    StatementHooks(
        MethodVisitor next,
        int access,
        String name,
        String descriptor,
        String signature,
        String[] exceptions
    ) {
        super(Opcodes.ASM9, next, access, name, descriptor, signature, exceptions);
    }

    static boolean isOne(String method) {
        return method.equals("statementExecuted") || method.equals("additionalCodeLocationCovered");
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (!isOne(name)) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        AbstractInsnNode boxing = instructions.getLast();
        while (!(boxing instanceof MethodInsnNode)) {
            boxing = boxing.getPrevious(); // labels
        }
        instructions.remove(boxing);
        super.visitMethodInsn(opcode, owner, name, descriptor.replace("Ljava/lang/Integer;", "I"), isInterface);
    }
}
