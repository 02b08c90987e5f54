package localorg.compiler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The signatures of Salesforce's platform classes, as Apex text. They come with the compiler and are read when they are
 * asked for; what is
 * wrong or missing there is corrected by files of our own: stubs/replace/Namespace.Type.cls wins over the shipped text.
 */
final class StubLibrary {

    private static final String FOLDER = "StandardApexLibrary/";
    private static final String SUFFIX = ".cls";

    /** What the shipped stubs have wrong, and how the Apex Reference has it. */
    private static final Map<String, String> CORRECTIONS = Map.ofEntries(
        // without override, the compiler finds the invisible toString of the common parent
        Map.entry("global String toString()", "global override String toString()"),
        // without the type parameter of Batchable, nothing fits
        Map.entry("scheduleBatch(Database.Batchable ", "scheduleBatch(Object "),
        Map.entry(
            "global Schema.ChildRelationship getChildRelationships()",
            "global List<Schema.ChildRelationship> getChildRelationships()"
        ),
        Map.entry(
            "global Schema.RecordTypeInfo getRecordTypeInfosById()",
            "global Map<Id, Schema.RecordTypeInfo> getRecordTypeInfosById()"
        ),
        Map.entry(
            "global Schema.RecordTypeInfo getRecordTypeInfosByName()",
            "global Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByName()"
        ),
        Map.entry("global class SingleEmailMessage {", "global class SingleEmailMessage extends Messaging.Email {"),
        Map.entry("global class MassEmailMessage {", "global class MassEmailMessage extends Messaging.Email {"),
        Map.entry("global Messaging.SendEmailResult[] ", "global static Messaging.SendEmailResult[] "),
        Map.entry("global void reserve", "global static void reserve"),
        Map.entry("global RestRequest request;", "global static RestRequest request;"),
        Map.entry("global RestResponse response;", "global static RestResponse response;")
    );

    /** One platform type: namespace, name, Apex source text. */
    record Stub(String namespace, String name, String body) {}

    private final JarFile jar;
    private final Map<String, JarEntry> shipped = new HashMap<>();
    private final Map<String, Path> replaced = new HashMap<>();

    StubLibrary(Path compilerJar, Path corrections) throws IOException {
        this.jar = new JarFile(compilerJar.toFile());
        jar.stream()
            .filter(entry -> entry.getName().startsWith(FOLDER) && entry.getName().endsWith(SUFFIX))
            .forEach(entry -> shipped.put(key(apexName(entry)), entry));
        try (Stream<Path> files = Files.list(corrections.resolve("replace"))) {
            files.forEach(file -> replaced.put(key(apexName(file)), file));
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String apexName(JarEntry entry) {
        return entry
            .getName()
            .substring(FOLDER.length(), entry.getName().length() - SUFFIX.length())
            .replace('/', '.');
    }

    private static String apexName(Path file) {
        return file.getFileName().toString().replace(SUFFIX, "");
    }

    /** The stub for namespace.type in any case, or null. Enumerations of some namespaces are stored as TypeEnum. */
    Stub find(String name) {
        Stub stub = read(key(name));
        return stub != null ? stub : read(key(name) + "enum");
    }

    boolean hasNamespace(String name) {
        return shipped
            .keySet()
            .stream()
            .anyMatch(type -> type.startsWith(key(name) + "."));
    }

    private Stub read(String key) {
        if (key.equals("system.label")) {
            return null; // this stub would hide the compiler's own handling of Label.Name
        }
        if (key.equals("system.aurahandledexception") && !shipped.containsKey(key)) {
            return new Stub("System", "AuraHandledException", "");
        }
        try {
            Path replacement = replaced.get(key);
            if (replacement != null) {
                return stub(apexName(replacement), Files.readString(replacement));
            }
            JarEntry entry = shipped.get(key);
            if (entry == null) {
                return null;
            }
            try (InputStream text = jar.getInputStream(entry)) {
                return stub(apexName(entry), new String(text.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stub stub(String name, String body) {
        int dot = name.indexOf('.');
        String corrected = body;
        for (Map.Entry<String, String> correction : CORRECTIONS.entrySet()) {
            corrected = corrected.replace(correction.getKey(), correction.getValue());
        }
        return new Stub(name.substring(0, dot), name.substring(dot + 1), corrected);
    }
}
