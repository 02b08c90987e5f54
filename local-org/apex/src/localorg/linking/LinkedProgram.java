package localorg.linking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import localorg.compiler.CompiledType;

/**
 * The project's classes, linked against the engine's runtime library. All transactions share them: what is static in
 * Apex is kept by the transaction.
 */
public final class LinkedProgram {

    private final Map<String, byte[]> bytes = new LinkedHashMap<>();
    private final Map<String, ClassDescription> descriptions = new LinkedHashMap<>();
    private final Map<String, String> namesByLowerCase = new LinkedHashMap<>();
    private final Map<String, Integer> fileIds = new LinkedHashMap<>();
    private final Map<String, BitSet> executableLines = new TreeMap<>();
    private final List<ProgramTrigger> triggers = new ArrayList<>();
    private final List<MissingMember> missing = new ArrayList<>();
    private final StaticVariables statics;
    private final ProgramClassLoader loader;

    public LinkedProgram(List<CompiledType> types) {
        // linking is most of the start of an engine, and classes do not wait for each other
        types
            .parallelStream()
            .map(type -> new ClassDescription(type.name(), type.file(), type.bytes()))
            .forEachOrdered(description -> descriptions.put(description.name(), description));
        for (CompiledType type : types) {
            namesByLowerCase.put(type.name().toLowerCase(Locale.ROOT), type.name());
            fileIds.computeIfAbsent(outer(type.name()), key -> fileIds.size());
            if (type.trigger() != null) {
                triggers.add(new ProgramTrigger(type.name(), type.trigger().object(), type.trigger().events()));
            }
        }
        MethodNames names = new MethodNames(descriptions.values());
        statics = new StaticVariables(descriptions.values());
        types
            .parallelStream()
            .map(type ->
                new ClassLinker(
                    type,
                    descriptions.get(type.name()),
                    fileIds.get(outer(type.name())),
                    names,
                    statics
                ).link()
            )
            .forEachOrdered(this::add);
        loader = new ProgramClassLoader(this);
    }

    private void add(ClassLinker.Linked linked) {
        CompiledType type = linked.type();
        bytes.put(type.name(), linked.bytes());
        missing.addAll(linked.missing());
        // the compiler's own list also has the continuation lines of a statement, which no hook ever reports
        BitSet lines = (BitSet) type.lines().clone();
        lines.and(linked.hookedLines());
        executableLines.computeIfAbsent(outer(type.name()), key -> new BitSet()).or(lines);
    }

    private static String outer(String name) {
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    public ProgramClassLoader loader() {
        return loader;
    }

    StaticVariables statics() {
        return statics;
    }

    byte[] bytes(String name) {
        return bytes.get(name);
    }

    /** The description of a class by its name in byte code, or null. */
    public ClassDescription description(String name) {
        return descriptions.get(name);
    }

    /** The description by the Apex name in any case (Outer.Inner), or null. */
    public ClassDescription find(String apexName) {
        String name = namesByLowerCase.get(apexName.toLowerCase(Locale.ROOT).replace('.', '$'));
        return name == null ? null : descriptions.get(name);
    }

    public Collection<ClassDescription> descriptions() {
        return descriptions.values();
    }

    /** Outer classes by name, each with the number that coverage uses for it. */
    public Map<String, Integer> fileIds() {
        return fileIds;
    }

    /** The executable lines of each outer class. */
    public Map<String, BitSet> executableLines() {
        return executableLines;
    }

    /** The class behind a trigger, its object and its events (AFTER_INSERT …). */
    public record ProgramTrigger(String className, String object, Set<String> events) {}

    public List<ProgramTrigger> triggers(String object) {
        return triggers
            .stream()
            .filter(trigger -> trigger.object().equalsIgnoreCase(object))
            .toList();
    }

    /** Platform members that the project uses and the runtime library lacks. */
    public List<MissingMember> missing() {
        return missing;
    }
}
