package localorg.test;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import localorg.linking.ClassDescription;
import localorg.linking.LinkedProgram;
import localorg.runtime.Coverage;

/** Prints results and coverage as text, or as JSON. */
final class TestReport {

    private final LinkedProgram program;
    private final List<TestResult> results;
    private final Coverage coverage;
    private final EntryCosts costs;
    private final TestOptions options;
    private final PrintStream out = java.lang.System.out;

    /** Coverage of one class. */
    record ClassCoverage(String name, String file, int executable, List<Integer> missed) {
        int covered() {
            return executable - missed.size();
        }
    }

    TestReport(
        LinkedProgram program,
        List<TestResult> results,
        Coverage coverage,
        EntryCosts costs,
        TestOptions options
    ) {
        this.program = program;
        this.results = results;
        this.coverage = coverage;
        this.costs = costs;
        this.options = options;
    }

    void print() throws IOException {
        if (options.junit() != null) {
            JunitReport.write(options.junit(), results);
        }
        if (options.lcov() != null) {
            LcovReport.write(options.lcov(), program, coverage);
        }
        if (options.json()) {
            printJson();
            return;
        }
        for (TestResult result : results) {
            out.println(
                (result.passed() ? "  ok   " : "  FAIL ") +
                    result.name() +
                    (result.passed() ? "" : "\n    " + result.failure())
            );
        }
        if (options.cost()) {
            printCost();
        }
        if (options.coverage()) {
            printCoverage();
        }
        long failed = results
            .stream()
            .filter(result -> !result.passed())
            .count();
        out.println(results.size() - failed + " passed, " + failed + " failed");
    }

    /** Entry points by name with their dearest call, then the tests, the dearest first. */
    private void printCost() {
        out.println(
            "\nThe most that one call of an entry point used\nstatements  SOQL  DML  callouts  calls  entry point"
        );
        costs.byName().forEach((name, most) -> out.printf("%s %6d  %s%n", numbers(most.cost()), most.calls(), name));
        out.println("\nstatements  SOQL  DML  callouts  test");
        results
            .stream()
            .sorted(Comparator.comparingLong((TestResult result) -> result.cost().statements()).reversed())
            .forEach(result -> out.printf("%s  %s%n", numbers(result.cost()), result.name()));
    }

    private static String numbers(TestResult.TestCost cost) {
        return "%10d %5d %4d %9d".formatted(cost.statements(), cost.queries(), cost.dml(), cost.callouts());
    }

    /** The share of all executable lines that ran, in percent. */
    double coveredPercent() {
        int executable = classes().stream().mapToInt(ClassCoverage::executable).sum();
        int covered = classes().stream().mapToInt(ClassCoverage::covered).sum();
        return executable == 0 ? 100 : (100.0 * covered) / executable;
    }

    private void printCoverage() {
        out.println();
        for (ClassCoverage type : classes()) {
            if (!options.isWholeSuite() && type.covered() == 0) {
                continue; // the chosen tests have nothing to do with it
            }
            out.printf(
                "%5.1f %%  %s %d/%d%s%n",
                (100.0 * type.covered()) / type.executable,
                type.name,
                type.covered(),
                type.executable,
                type.missed.isEmpty() ? "" : ", not run: " + ranges(type.missed)
            );
        }
        if (options.isWholeSuite()) {
            out.printf("%5.1f %%  all classes%n", coveredPercent());
        }
    }

    private List<ClassCoverage> classes() {
        List<ClassCoverage> classes = new ArrayList<>();
        program.executableLines().forEach((name, lines) -> {
            ClassDescription description = program.description(name);
            if (!lines.isEmpty() && !isTest(description)) {
                BitSet hit = coverage.lines(program.fileIds().get(name));
                List<Integer> missed = lines
                    .stream()
                    .filter(line -> !hit.get(line))
                    .boxed()
                    .toList();
                classes.add(new ClassCoverage(description.apexName(), description.file(), lines.cardinality(), missed));
            }
        });
        return classes;
    }

    /** Test classes are not part of coverage. */
    static boolean isTest(ClassDescription description) {
        return (
            description.modifiers().has("isTest") ||
            description.modifiers().has("testMethod") ||
            description
                .operations()
                .stream()
                .anyMatch(operation -> operation.modifiers().has("testMethod"))
        );
    }

    private static String ranges(List<Integer> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            int start = i;
            while (i + 1 < lines.size() && lines.get(i + 1) == lines.get(i) + 1) {
                i++;
            }
            text.append(text.isEmpty() ? "" : ", ")
                .append(lines.get(start))
                .append(start == i ? "" : "-" + lines.get(i));
        }
        return text.toString();
    }

    private void printJson() throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("tests", results);
        report.put("coverage", classes());
        report.put("entryPoints", costs.byName());
        out.println(new ObjectMapper().writeValueAsString(report));
    }
}
