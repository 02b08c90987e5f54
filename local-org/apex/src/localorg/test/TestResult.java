package localorg.test;

import localorg.compiler.CompileError;
import localorg.runtime.Limits;

/**
 * What became of a test method.
 *
 * @param failure the text to show, null when it passed
 */
public record TestResult(
    String className,
    String method,
    String file,
    long milliseconds,
    String failure,
    TestCost cost
) {
    /** What it used of the platform. */
    public record TestCost(long statements, int queries, int dml, int callouts) {
        static TestCost of(Limits limits) {
            return new TestCost(
                limits.statements(),
                limits.used(Limits.Kind.SOQL_QUERIES),
                limits.used(Limits.Kind.DML_STATEMENTS),
                limits.used(Limits.Kind.CALLOUTS)
            );
        }

        TestCost plus(TestCost other) {
            return new TestCost(
                statements + other.statements,
                queries + other.queries,
                dml + other.dml,
                callouts + other.callouts
            );
        }

        TestCost since(TestCost before) {
            return plus(new TestCost(-before.statements, -before.queries, -before.dml, -before.callouts));
        }
    }

    /** A file that does not compile, as the failure of a test called so. */
    static TestResult of(CompileError error) {
        return new TestResult("compile", error.file(), error.file(), 0, error.toString(), new TestCost(0, 0, 0, 0));
    }

    public boolean passed() {
        return failure == null;
    }

    public String name() {
        return className + "." + method;
    }
}
