package localorg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import localorg.compiler.ApexCompilation;
import localorg.compiler.CompilationCache;
import localorg.compiler.CompileError;
import localorg.compiler.CompiledType;
import localorg.flow.Flows;
import localorg.linking.LinkedProgram;
import localorg.metadata.OrgMetadata;
import localorg.metadata.Project;
import localorg.metadata.StandardObjects;

/** A project, compiled: the start of every command. */
public final class Workspace {

    /** Where the compiler, the standard objects and the cache are; run.mjs passes the paths as system properties. */
    private static Path tool(String name) {
        return Path.of(java.lang.System.getProperty("localorg." + name));
    }

    private final Project project;
    private final OrgMetadata metadata;
    private final List<CompileError> errors;
    private final boolean cached;
    private final List<CompiledType> types;

    /** folders outside the package directories are compiled as well. */
    public Workspace(Path root, Path... folders) throws IOException {
        project = new Project(root);
        for (Path folder : folders) {
            project.addFiles(folder);
        }
        metadata = new OrgMetadata(project, new StandardObjects(tool("sobjects"), tool("types")));
        // run.mjs names the engine's jar by its content; another compiler has another size
        String engine = Workspace.class.getProtectionDomain().getCodeSource().getLocation().toString();
        String tools = engine + " " + Files.size(tool("compiler"));
        CompilationCache cache = new CompilationCache(tool("cache"), project, tools);
        List<CompiledType> known = cache.find();
        cached = known != null;
        if (cached) {
            types = known;
            errors = List.of();
            return;
        }
        ApexCompilation compilation = compile();
        types = compilation.types();
        errors = compilation.errors();
        if (errors.isEmpty()) {
            cache.store(types);
        }
    }

    private ApexCompilation compile() throws IOException {
        ApexCompilation compilation = new ApexCompilation(project, metadata, tool("compiler"), tool("stubs"));
        compilation.run();
        return compilation;
    }

    /** Compiles what the cache knew: somebody will wait for the next time, which takes a third of the first. */
    public void warmUp() throws IOException {
        if (cached) {
            compile();
        }
    }

    public List<CompileError> errors() {
        return errors;
    }

    public OrgMetadata metadata() {
        return metadata;
    }

    public Project project() {
        return project;
    }

    public List<CompiledType> types() {
        return types;
    }

    public Flows flows(LinkedProgram program) throws IOException {
        return new Flows(project, metadata, program);
    }

    public LinkedProgram link() {
        return new LinkedProgram(types);
    }
}
