package localorg.compiler;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import localorg.metadata.Project;

/**
 * Keeps what the compiler emitted from one run to the next: when nothing that it reads has changed, nothing is
 * compiled.
 */
public final class CompilationCache {

    private static final String SUFFIX = ".types";
    /** What the compiler reads of a project. */
    private static final String[] INPUTS = {
        ".cls",
        ".trigger",
        ".cls-meta.xml",
        ".trigger-meta.xml",
        ".object-meta.xml",
        ".field-meta.xml",
        ".labels-meta.xml",
        ".js-meta.xml"
    };

    private static final int KEPT = 16;

    private final Path folder;
    private final Path file;

    /** tools names the engine and the compiler, which decide as well what comes out. */
    public CompilationCache(Path folder, Project project, String tools) throws IOException {
        MessageDigest content = sha256();
        content.update(tools.getBytes(StandardCharsets.UTF_8));
        for (Path input : project.filesEndingWith(INPUTS)) {
            content.update(project.relative(input).getBytes(StandardCharsets.UTF_8));
            content.update(Files.readAllBytes(input));
        }
        this.folder = folder;
        this.file = folder.resolve(HexFormat.of().formatHex(content.digest()) + SUFFIX);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The types of an earlier run with the same input, else null. */
    public List<CompiledType> find() throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            List<CompiledType> types = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                types.add(read(in));
            }
            return types;
        }
    }

    private static CompiledType read(DataInputStream in) throws IOException {
        String name = in.readUTF();
        String source = in.readUTF();
        byte[] bytes = in.readNBytes(in.readInt());
        BitSet lines = BitSet.valueOf(in.readNBytes(in.readInt()));
        String object = in.readUTF();
        String events = in.readUTF();
        CompiledType.Trigger trigger = object.isEmpty()
            ? null
            : new CompiledType.Trigger(object, Set.of(events.split(",")));
        return new CompiledType(name, source, bytes, lines, trigger);
    }

    /** Only for a run without errors: the messages are not kept. */
    public void store(List<CompiledType> types) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "compiled", ".tmp");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
            out.writeInt(types.size());
            for (CompiledType type : types) {
                write(type, out);
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        deleteOldOnes();
    }

    private void deleteOldOnes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Comparator<Path> newestFirst = Comparator.comparing((Path path) -> path.toFile().lastModified()).reversed();
            for (Path old : files
                .filter(path -> path.toString().endsWith(SUFFIX))
                .sorted(newestFirst)
                .skip(KEPT)
                .toList()) {
                Files.deleteIfExists(old);
            }
        }
    }

    private static void write(CompiledType type, DataOutputStream out) throws IOException {
        out.writeUTF(type.name());
        out.writeUTF(type.file());
        out.writeInt(type.bytes().length);
        out.write(type.bytes());
        byte[] lines = type.lines().toByteArray();
        out.writeInt(lines.length);
        out.write(lines);
        out.writeUTF(type.trigger() == null ? "" : type.trigger().object());
        out.writeUTF(type.trigger() == null ? "" : String.join(",", type.trigger().events()));
    }
}
