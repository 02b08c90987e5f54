package localorg.test;

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
    public record TestCost(long statements, int queries, int dml, int callouts) {}

    public boolean passed() {
        return failure == null;
    }

    public String name() {
        return className + "." + method;
    }
}
