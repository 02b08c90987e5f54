package localorg.compiler;

import java.util.BitSet;

/**
 * A class, interface, enumeration or trigger as the compiler emitted it.
 *
 * @param name the name in byte code, Outer$Inner for an inner type
 * @param file the source file, relative to the project
 * @param lines the lines that can be executed, the denominator of coverage
 */
public record CompiledType(String name, String file, byte[] bytes, BitSet lines) {}
