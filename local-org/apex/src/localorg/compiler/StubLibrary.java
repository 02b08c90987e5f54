package localorg.compiler;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The signatures of Salesforce's platform classes, as Apex text. They come with the compiler; what is wrong or missing there is
 * corrected by files of our own: stubs/replace/Namespace.Type.cls wins over the shipped text, the members in stubs/add/Namespace.Type.cls
 * are added to it.
 */
final class StubLibrary {
    /** One platform type: namespace, name, Apex source text. */
    record Stub(String namespace, String name, String body) {}

    private final Map<String, Stub> stubs = new HashMap<>();

    StubLibrary(Path compilerJar, Path corrections) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(compilerJar);
                Stream<Path> files = Files.walk(jar.getPath("/StandardApexLibrary"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".cls")).toList()) {
                String name = file.getFileName().toString().replace(".cls", "");
                put(new Stub(file.getParent().getFileName().toString(), name, Files.readString(file)));
            }
        }
        for (Path file : filesOf(corrections.resolve("replace"))) {
            String[] name = file.getFileName().toString().split("\\.");
            put(new Stub(name[0], name[1], Files.readString(file)));
        }
        for (Path file : filesOf(corrections.resolve("add"))) {
            String[] name = file.getFileName().toString().split("\\.");
            Stub shipped = find(name[0] + "." + name[1]);
            int end = shipped.body.lastIndexOf('}');
            put(new Stub(shipped.namespace, shipped.name, shipped.body.substring(0, end) + Files.readString(file) + "\n}"));
        }
        stubs.putIfAbsent("system.aurahandledexception", new Stub("System", "AuraHandledException", ""));
        stubs.remove("system.label"); // this stub would hide the compiler's own handling of Label.Name
    }

    private static Iterable<Path> filesOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    /** The shipped stubs leave out override, without which the compiler finds the invisible toString of the common parent. */
    private void put(Stub stub) {
        String body = stub.body.replace("global String toString()", "global override String toString()");
        stubs.put((stub.namespace + "." + stub.name).toLowerCase(Locale.ROOT), new Stub(stub.namespace, stub.name, body));
    }

    /** The stub for namespace.type in any case, or null. Enumerations of some namespaces are stored as TypeEnum. */
    Stub find(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        Stub stub = stubs.get(key);
        return stub != null ? stub : stubs.get(key + "enum");
    }
}
