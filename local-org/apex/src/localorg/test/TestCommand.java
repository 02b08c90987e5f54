package localorg.test;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import localorg.Workspace;
import localorg.compiler.CompileError;
import localorg.linking.LinkedProgram;
import localorg.runtime.Org;
import localorg.runtime.Outside;

/** run.mjs test: compiles, runs the tests, prints results and coverage. */
public final class TestCommand {

    private static final int FAILED = 1;
    private static final int NOT_COMPILED = 2;
    private static final int REQUIRED_COVERAGE = 90; // percent of the lines of all classes

    private final Path root;
    private final TestOptions options;
    private final LastRun last = new LastRun();

    public TestCommand(Path root, List<String> words) {
        this.root = root;
        this.options = TestOptions.parse(words);
    }

    /** The exit status. Called again, it runs only the tests that a change since then concerns. */
    public int run() throws IOException {
        // with --json, standard output is the report and nothing else
        PrintStream notes = options.json() ? java.lang.System.err : java.lang.System.out;
        Workspace workspace = new Workspace(root, options.folders());
        workspace.errors().forEach(notes::println);
        if (!workspace.errors().isEmpty()) {
            notes.println("0 passed, 0 failed, " + workspace.errors().size() + " compile errors");
            reportNothingButErrors(workspace.errors());
            return NOT_COMPILED;
        }
        LinkedProgram program = workspace.link();
        program.missing().forEach(notes::println);
        Org org = new Org(
            Org.Identity.FOR_TESTS,
            workspace.metadata(),
            program,
            workspace.flows(program),
            Outside.NOTHING,
            Runnable::run
        );
        last.compare(workspace.project(), workspace.types(), program);
        TestRunner runner = new TestRunner(org, options, last);
        List<TestResult> results = runner.run();
        TestReport report = new TestReport(program, results, runner.coverage(), runner.costs(), options);
        boolean covered = !options.isWholeSuite() || report.coveredPercent() >= REQUIRED_COVERAGE;
        if (!covered) {
            notes.println("Coverage is below the " + REQUIRED_COVERAGE + " % that are required");
        }
        if (runner.repeated() < runner.classes()) {
            notes.printf(
                "%d of %d test classes ran again: those that execute what has changed%n",
                runner.repeated(),
                runner.classes()
            );
        }
        report.print();
        if (options.watch()) {
            java.lang.System.out.flush();
            workspace.warmUp();
        }
        boolean selected = !results.isEmpty(); // a misspelt name selects nothing, which is no success
        return selected && covered && results.stream().allMatch(TestResult::passed) ? 0 : FAILED;
    }

    /** Reports of an earlier run would tell of tests that do not compile any more. */
    private void reportNothingButErrors(List<CompileError> errors) throws IOException {
        if (options.junit() != null) {
            List<TestResult> failures = errors.stream().map(TestResult::of).toList();
            JunitReport.write(options.junit(), failures);
        }
        if (options.lcov() != null) {
            Files.deleteIfExists(options.lcov());
        }
    }
}
