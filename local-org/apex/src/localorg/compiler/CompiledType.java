package localorg.compiler;

import java.util.BitSet;
import java.util.Set;

/**
 * A class, interface, enumeration or trigger as the compiler emitted it.
 *
 * @param name the name in byte code, Outer$Inner for an inner type
 * @param file the source file, relative to the project
 * @param lines the lines that can be executed, the denominator of coverage
 * @param trigger null for anything but a trigger
 */
public record CompiledType(String name, String file, byte[] bytes, BitSet lines, Trigger trigger) {
    /** The object and the events (AFTER_INSERT …) of a trigger. */
    public record Trigger(String object, Set<String> events) {}
}
