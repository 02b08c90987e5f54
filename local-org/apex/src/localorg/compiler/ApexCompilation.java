package localorg.compiler;

import apex.jorje.semantic.common.TestAccessEvaluator;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.CompilationInput;
import apex.jorje.semantic.compiler.CompilationOutput;
import apex.jorje.semantic.compiler.CompilerStage;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.sfdc.AccessEvaluator;
import apex.jorje.semantic.compiler.sfdc.NoopCompilerProgressCallback;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.services.Version;
import apex.jorje.services.exception.CompilationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import localorg.metadata.OrgMetadata;
import localorg.metadata.Project;

/** Compiles a project's classes and triggers with Salesforce's own compiler. */
public final class ApexCompilation {

    /**
     * Names the platform types that get members which no stub can declare: a type that is first named after the
     * declarations were read is searched before it has them.
     */
    private static final SourceFile SUPPLEMENTED = SourceFile.builder()
        .setBody("class Supplemented { Schema.SObjectType objects; System.Database database; }")
        .setVersion(Version.CURRENT)
        .setNamespace(Namespaces.parse("LocalOrg"))
        .setKnownName("Supplemented")
        .build();

    private static final Pattern OF_A_NAMESPACE = Pattern.compile("^(?:Invalid type:|.* from the type) (\\w+)\\.\\w+$");

    private final Project project;
    private final StubLibrary stubs;
    private final PlatformSymbols symbols;
    private final OrgMetadata metadata;
    private final List<CompileError> errors = new ArrayList<>();
    private final List<CompiledType> types = new ArrayList<>();

    public ApexCompilation(Project project, OrgMetadata metadata, Path compilerJar, Path stubs) throws IOException {
        this.project = project;
        this.metadata = metadata;
        this.stubs = new StubLibrary(compilerJar, stubs);
        this.symbols = new PlatformSymbols(this.stubs, metadata);
    }

    /** Checks every class; the byte code of the error-free ones is there afterwards. */
    public void run() throws IOException {
        Map<SourceFile, Path> paths = new IdentityHashMap<>();
        List<SourceFile> sources = new ArrayList<>(List.of(SUPPLEMENTED));
        for (Path path : project.filesEndingWith(".cls", ".trigger")) {
            SourceFile source = SourceFile.builder()
                .setBody(Files.readString(path))
                .setVersion(apiVersion(path))
                .setKnownName(path.getFileName().toString().replaceFirst("\\.\\w+$", ""))
                .build();
            sources.add(source);
            paths.put(source, path);
        }
        ApexCompiler compiler = ApexCompiler.builder()
            .setInput(
                new CompilationInput(
                    sources,
                    symbols,
                    everythingVisible(),
                    new QueryCheck(metadata),
                    null,
                    NoopCompilerProgressCallback.get()
                )
            )
            .build();
        for (CodeUnit unit : compiler.compile(CompilerStage.EMIT)) {
            Path path = paths.get(unit.getSourceFile()); // platform stubs come back as units too
            if (path == null) {
                continue;
            }
            for (CompilationException error : unit.getErrors().get()) {
                errors.add(
                    new CompileError(
                        project.relative(path),
                        error.getLoc().getLine(),
                        error.getLoc().getColumn(),
                        message(error.getError())
                    )
                );
            }
            if (unit.getErrors().get().isEmpty()) {
                collect(unit.getOutput(), path);
            }
        }
    }

    /** The signatures that come with the compiler are not all there are: what they lack need not be a mistake. */
    private String message(String error) {
        Matcher named = OF_A_NAMESPACE.matcher(error);
        boolean platform = named.matches() && stubs.hasNamespace(named.group(1));
        boolean setting = error.startsWith("Field does not exist: SetupOwnerId on ");
        return platform || setting ? error + ", or local-org has no such part of the platform" : error;
    }

    /** The version in the class's meta file decides how the compiler treats it. */
    private static Version apiVersion(Path path) throws IOException {
        Path meta = path.resolveSibling(path.getFileName() + "-meta.xml");
        if (!Files.exists(meta)) {
            return apiVersion(66.0);
        }
        String text = Files.readString(meta);
        String number = text.replaceAll("(?s).*<apiVersion>\\s*([\\d.]+)\\s*</apiVersion>.*", "$1");
        return apiVersion(Double.parseDouble(number));
    }

    private static Version apiVersion(double number) {
        return Stream.of(Version.values())
            .filter(version -> version.getExternal() == number)
            .findFirst()
            .orElse(Version.CURRENT);
    }

    /** Permissions are the org's business, not the compiler's. */
    private AccessEvaluator everythingVisible() {
        return new TestAccessEvaluator() {
            @Override
            public boolean isSetupEntityVisibleToType(SObjectTypeInfo object, TypeInfo type) {
                return true;
            }

            /** c-sample-editor, the configurationEditor of an invocable method. */
            @Override
            public boolean doesLightningWebComponentExist(String name) {
                String bundle = Pattern.compile("-(.)")
                    .matcher(name.replaceFirst("^c-", ""))
                    .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
                return project
                    .filesEndingWith(".js-meta.xml")
                    .stream()
                    .anyMatch(file -> Project.nameOf(file, ".js-meta.xml").equals(bundle));
            }
        };
    }

    /** One output per type; inner types hang below their outer type. */
    private void collect(CompilationOutput output, Path path) {
        if (output == null || output.getBytes() == null) {
            return;
        }
        types.add(
            new CompiledType(
                output.getType().getBytecodeName(),
                project.relative(path),
                output.getBytes(),
                output.getLines(),
                trigger(output.getTriggerInfo())
            )
        );
        output
            .getInnerOutputs()
            .values()
            .forEach(inner -> collect(inner, path));
    }

    private static CompiledType.Trigger trigger(CompilationOutput.ExtendedTriggerInfo info) {
        return info == null
            ? null
            : new CompiledType.Trigger(
                  info.getEntityTypeInfo().getApexName(),
                  info.getUsages().stream().map(Enum::name).collect(Collectors.toSet())
              );
    }

    public List<CompileError> errors() {
        return errors;
    }

    public List<CompiledType> types() {
        return types;
    }
}
