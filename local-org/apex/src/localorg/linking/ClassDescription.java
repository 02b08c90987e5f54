package localorg.linking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What the byte code of a class says about its members: Apex types, which Java's descriptors lose, and Apex's own
 * modifiers.
 */
public final class ClassDescription {

    /**
     * Apex modifiers and annotations as the compiler records them: auraEnabled, auraEnabled@cacheable, testMethod,
     * future@callout …
     */
    public static final class Modifiers {

        private final Map<String, Object> values = new LinkedHashMap<>();

        public boolean has(String name) {
            return Boolean.TRUE.equals(values.get(name));
        }

        String developerName() {
            return (String) values.get("developerName");
        }

        private AnnotationVisitor reader() {
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(String name, Object value) {
                    values.put(name, value);
                }
            };
        }
    }

    /** A field or a property; a property's modifiers are those of its getter. */
    public record Member(String name, ApexType type, int access, Modifiers modifiers, boolean property) {
        public boolean isStatic() {
            return (access & Opcodes.ACC_STATIC) != 0;
        }

        public boolean isTransient() {
            return (access & Opcodes.ACC_TRANSIENT) != 0;
        }
    }

    /** A method; name is the Apex name, javaName the one in byte code before linking. A parameter name may be null. */
    public record Operation(
        String name,
        String javaName,
        String descriptor,
        List<ApexType> parameters,
        List<String> parameterNames,
        int access,
        Modifiers modifiers
    ) {
        public boolean isStatic() {
            return (access & Opcodes.ACC_STATIC) != 0;
        }

        /** As declared: the linked class has nothing private. */
        boolean isPrivate() {
            return (access & Opcodes.ACC_PRIVATE) != 0;
        }
    }

    static final String TRIGGER = "__sfdc_trigger/";

    private final String name;
    private final String file;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<String> interfaces = new ArrayList<>();
    private final List<String> staticVariables = new ArrayList<>();
    private final Modifiers modifiers = new Modifiers();
    private String parent;
    private boolean initialized;
    private int access;
    private String sharing;

    ClassDescription(String name, String file, byte[] bytes) {
        this.name = name;
        this.file = file;
        new ClassReader(bytes).accept(new Reader(), ClassReader.SKIP_FRAMES);
    }

    private final class Reader extends ClassVisitor {

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
            int version,
            int flags,
            String className,
            String signature,
            String superName,
            String[] interfaceNames
        ) {
            access = flags;
            parent = superName;
            interfaces.addAll(List.of(interfaceNames));
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            if (descriptor.endsWith("/SFDCModifiers;")) {
                return modifiers.reader();
            }
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(String key, Object value) {
                    if (key.equals("withSharingType")) {
                        sharing = (String) value;
                    }
                }
            };
        }

        @Override
        public FieldVisitor visitField(int flags, String fieldName, String descriptor, String signature, Object value) {
            if (fieldName.startsWith("__sfdc") || fieldName.startsWith("_sfdc")) {
                return null; // strings for the platform
            }
            if ((flags & Opcodes.ACC_STATIC) != 0 && value == null && !isEnum()) {
                staticVariables.add(fieldName);
            }
            Modifiers fieldModifiers = new Modifiers();
            ApexType type = ApexType.ofInternalName(Type.getType(descriptor).getInternalName());
            String apexName = fieldName.replaceFirst("^_static_", "");
            members.put(apexName, new Member(apexName, type, flags, fieldModifiers, false));
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return fieldModifiers.reader();
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(
            int flags,
            String methodName,
            String descriptor,
            String signature,
            String[] exceptions
        ) {
            initialized |= methodName.equals("<clinit>") && !isEnum();
            Modifiers methodModifiers = new Modifiers();
            String[] locals = new String[Type.getArgumentTypes(descriptor).length];
            int firstSlot = (flags & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLocalVariable(
                    String local,
                    String type,
                    String generic,
                    Label start,
                    Label end,
                    int slot
                ) {
                    int parameter = slot - firstSlot; // every Apex parameter takes one slot
                    if (parameter >= 0 && parameter < locals.length && locals[parameter] == null) {
                        locals[parameter] = local;
                    }
                }

                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    return methodModifiers.reader();
                }

                @Override
                public void visitEnd() {
                    addMethod(flags, methodName, descriptor, methodModifiers, locals);
                }
            };
        }
    }

    private void addMethod(
        int flags,
        String methodName,
        String descriptor,
        Modifiers methodModifiers,
        String[] parameterNames
    ) {
        if (methodName.startsWith("__sfdc_")) {
            boolean getter = descriptor.startsWith("()");
            String property = methodName.substring("__sfdc_".length());
            if (getter) {
                ApexType type = ApexType.ofInternalName(Type.getReturnType(descriptor).getInternalName());
                members.put(property, new Member(property, type, flags, methodModifiers, true));
            }
            return;
        }
        List<ApexType> parameters = new ArrayList<>();
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            boolean primitive = parameter.getSort() != Type.OBJECT;
            parameters.add(primitive ? ApexType.OBJECT : ApexType.ofInternalName(parameter.getInternalName()));
        }
        String stated = methodModifiers.developerName();
        String apexName = stated != null ? stated : MethodNames.withoutSignature(methodName);
        operations.add(
            new Operation(
                apexName,
                methodName,
                descriptor,
                parameters,
                Arrays.asList(parameterNames),
                flags,
                methodModifiers
            )
        );
    }

    public String name() {
        return name;
    }

    public String apexName() {
        return name.replace(TRIGGER, "").replace('$', '.');
    }

    boolean isTrigger() {
        return name.startsWith(TRIGGER);
    }

    public String file() {
        return file;
    }

    /** The internal name of the parent class. */
    public String parent() {
        return parent;
    }

    public List<String> interfaces() {
        return interfaces;
    }

    /** Fields and properties in the order of declaration. */
    public Map<String, Member> members() {
        return members;
    }

    public List<Operation> operations() {
        return operations;
    }

    public Modifiers modifiers() {
        return modifiers;
    }

    /** The names, in byte code, of the static variables that are no constants. */
    List<String> staticVariables() {
        return staticVariables;
    }

    /** Whether there is something to run before its first use. */
    boolean isInitialized() {
        return initialized;
    }

    public boolean isEnum() {
        return parent.equals("java/lang/Enum");
    }

    /** Whether others can make instances of it or implement it. */
    public boolean isOpen() {
        return (
            (access & Opcodes.ACC_INTERFACE) != 0 ||
            operations.stream().anyMatch(operation -> operation.javaName().equals("<init>") && !operation.isPrivate())
        );
    }

    public boolean isAbstract() {
        return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) != 0;
    }

    /** WITH, WITHOUT, INHERITED, or null when the class does not say. */
    public String sharing() {
        return sharing;
    }
}
