package localorg.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import localorg.compiler.CompiledType;
import localorg.linking.ClassDescription;
import localorg.linking.LinkedProgram;
import localorg.metadata.Project;
import localorg.runtime.Coverage;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a watched project did the last time. A change inside methods concerns the test classes that executed that class;
 * any other change may concern every test, and so may one of a test class, of which the compiler tells no lines.
 */
final class LastRun {

    /** What the tests of one class did. */
    record ClassRun(List<TestResult> results, Coverage covered, EntryCosts used) {
        ClassRun() {
            this(new ArrayList<>(), new Coverage(), new EntryCosts());
        }

        void add(ClassRun part) {
            results.addAll(part.results);
            covered.add(part.covered);
            used.add(part.used);
        }

        private boolean passed() {
            return results.stream().allMatch(TestResult::passed);
        }
    }

    private Map<String, byte[]> code = Map.of();
    private Map<Path, Object> surroundings = Map.of();
    private final Map<String, ClassRun> runs = new HashMap<>();
    private Set<String> changed;
    private LinkedProgram program;

    /** Compares the project with what ran last. */
    void compare(Project project, List<CompiledType> types, LinkedProgram linked) throws IOException {
        Map<String, byte[]> before = code;
        Map<Path, Object> around = surroundings;
        code = new HashMap<>();
        types.forEach(type -> code.put(type.name(), type.bytes()));
        surroundings = new HashMap<>();
        for (Path file : project.filesEndingWith("")) {
            if (!file.toString().endsWith(".cls") && !file.toString().endsWith(".trigger")) {
                surroundings.put(file, List.of(Files.getLastModifiedTime(file), Files.size(file)));
            }
        }
        program = linked;
        changed = new HashSet<>();
        boolean insideMethods = surroundings.equals(around) && code.keySet().equals(before.keySet());
        for (CompiledType type : types) {
            if (insideMethods && !Arrays.equals(type.bytes(), before.get(type.name()))) {
                String outer = type.name().split("\\$", 2)[0];
                changed.add(outer);
                insideMethods =
                    Arrays.equals(frame(type.bytes()), frame(before.get(type.name()))) &&
                    !program.executableLines().get(outer).isEmpty();
            }
        }
        if (!insideMethods) {
            runs.clear();
        }
    }

    /** What the tests of a class did, when they would do the same again and passed; else null. */
    ClassRun stillTrueOf(ClassDescription test) {
        ClassRun run = runs.get(test.name());
        boolean concerned =
            run == null ||
            !run.passed() ||
            changed.contains(test.name()) ||
            changed.stream().anyMatch(name -> !run.covered.lines(program.fileIds().get(name)).isEmpty());
        return concerned ? null : run;
    }

    void remember(ClassDescription test, ClassRun run) {
        runs.put(test.name(), run);
    }

    /** A class without what its methods do: members, modifiers, and the code that gives variables their first values. */
    private static byte[] frame(byte[] bytes) {
        ClassWriter frame = new ClassWriter(0);
        ClassVisitor withoutCode = new ClassVisitor(Opcodes.ASM9, frame) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
                MethodVisitor method = super.visitMethod(access, name, type, signature, thrown);
                return name.startsWith("<")
                    ? method
                    : new MethodVisitor(Opcodes.ASM9) {
                          @Override
                          public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                              return method.visitAnnotation(descriptor, visible);
                          }
                      };
            }
        };
        new ClassReader(bytes).accept(withoutCode, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return frame.toByteArray();
    }
}
