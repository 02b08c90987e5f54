package localorg.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a Salesforce DX project: everything below the package directories of its sfdx-project.json. */
public final class Project {

    private final Path root;
    private final List<Path> packageDirectories = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();

    public Project(Path root) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        JsonNode definition = new ObjectMapper().readTree(root.resolve("sfdx-project.json").toFile());
        for (JsonNode directory : definition.path("packageDirectories")) {
            packageDirectories.add(this.root.resolve(directory.path("path").asText()));
        }
        for (Path directory : packageDirectories) {
            addFiles(directory);
        }
    }

    /** Files outside the package directories that are to be compiled as well, the conformance suite for one. */
    public void addFiles(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            walk.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
    }

    public List<Path> filesEndingWith(String... suffixes) {
        return files
            .stream()
            .filter(file -> endsWithAny(file.getFileName().toString(), suffixes))
            .toList();
    }

    private static boolean endsWithAny(String name, String... suffixes) {
        return Stream.of(suffixes).anyMatch(name::endsWith);
    }

    public Path root() {
        return root;
    }

    public List<Path> packageDirectories() {
        return packageDirectories;
    }

    public String relative(Path file) {
        return root.relativize(file.toAbsolutePath().normalize()).toString();
    }

    /** A file's name without the suffix: the class, object, record or permission set it defines. */
    public static String nameOf(Path file, String suffix) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - suffix.length());
    }
}
