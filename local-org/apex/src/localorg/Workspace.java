package localorg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import localorg.compiler.ApexCompilation;
import localorg.compiler.CompileError;
import localorg.linking.LinkedProgram;
import localorg.metadata.OrgMetadata;
import localorg.metadata.Project;
import localorg.metadata.StandardObjects;

/** A project, compiled: the start of every command. */
public final class Workspace {
    /** Where the compiler and the standard objects come from; run.mjs passes the paths as system properties. */
    private static Path tool(String name) {
        return Path.of(java.lang.System.getProperty("localorg." + name));
    }

    private final Project project;
    private final OrgMetadata metadata;
    private final ApexCompilation compilation;

    /** folders outside the package directories are compiled as well. */
    public Workspace(Path root, boolean emit, Path... folders) throws IOException {
        project = new Project(root);
        for (Path folder : folders) {
            project.addFiles(folder);
        }
        metadata = new OrgMetadata(project, new StandardObjects(tool("sobjects"), tool("types")));
        compilation = new ApexCompilation(project, metadata, tool("compiler"), tool("stubs"));
        compilation.run(emit);
    }

    public List<CompileError> errors() {
        return compilation.errors();
    }

    public OrgMetadata metadata() {
        return metadata;
    }

    public Project project() {
        return project;
    }

    public LinkedProgram link() {
        return new LinkedProgram(compilation.types());
    }
}
