package localorg.test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import localorg.Workspace;
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

    public TestCommand(Path root, List<String> words) {
        this.root = root;
        this.options = TestOptions.parse(words);
    }

    /** The exit status. */
    public int run() throws IOException {
        Workspace workspace = new Workspace(root, options.folders());
        workspace.errors().forEach(java.lang.System.out::println);
        if (!workspace.errors().isEmpty()) {
            java.lang.System.out.println("0 passed, 0 failed, " + workspace.errors().size() + " compile errors");
            return NOT_COMPILED;
        }
        LinkedProgram program = workspace.link();
        program.missing().forEach(java.lang.System.out::println);
        Org org = new Org(
            Org.Identity.FOR_TESTS,
            workspace.metadata(),
            program,
            workspace.flows(program),
            Outside.NOTHING,
            Runnable::run
        );
        TestRunner runner = new TestRunner(org, options);
        List<TestResult> results = runner.run();
        TestReport report = new TestReport(program, results, runner.coverage(), runner.costs(), options);
        boolean covered = !options.isWholeSuite() || report.coveredPercent() >= REQUIRED_COVERAGE;
        if (!covered) {
            java.lang.System.out.println("Coverage is below the " + REQUIRED_COVERAGE + " % that are required");
        }
        report.print();
        boolean selected = !results.isEmpty(); // a misspelt name selects nothing, which is no success
        return selected && covered && results.stream().allMatch(TestResult::passed) ? 0 : FAILED;
    }
}
