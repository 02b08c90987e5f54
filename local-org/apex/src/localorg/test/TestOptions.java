package localorg.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The words after run.mjs test.
 *
 * @param tests names of classes (Foo) and methods (Foo.bar) to run; all when empty
 * @param cost whether to print what each test used of the platform
 * @param only a part of the file names of the test classes to run; null for all
 * @param watch whether the command will run again after each change
 * @param folders folders outside the project to compile and run as well
 */
public record TestOptions(
    List<String> tests,
    boolean json,
    boolean coverage,
    boolean cost,
    Path junit,
    Path lcov,
    String only,
    boolean watch,
    Path[] folders
) {
    static TestOptions parse(List<String> words) {
        List<String> tests = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        boolean json = false;
        boolean coverage = true;
        boolean cost = false;
        Path junit = null;
        Path lcov = null;
        String only = null;
        boolean watch = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--tests" -> tests.addAll(List.of(value(option, rest).split(",")));
                case "--json" -> json = true;
                case "--cost" -> cost = true;
                case "--watch" -> watch = true;
                case "--no-coverage" -> coverage = false;
                case "--junit" -> junit = Path.of(value(option, rest));
                case "--lcov" -> lcov = Path.of(value(option, rest));
                case "--only" -> only = value(option, rest);
                case "--also" -> folders.add(Path.of(value(option, rest)));
                default -> throw new IllegalArgumentException("Unknown option " + option);
            }
        }
        return new TestOptions(tests, json, coverage, cost, junit, lcov, only, watch, folders.toArray(Path[]::new));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value after it");
        }
        return rest.next();
    }

    /** Whether all tests of the project run, so that coverage means something. */
    boolean isWholeSuite() {
        return tests.isEmpty() && only == null && coverage;
    }

    boolean selects(String file, String className, String method) {
        boolean named =
            tests.isEmpty() ||
            tests
                .stream()
                .anyMatch(name -> name.equalsIgnoreCase(className) || name.equalsIgnoreCase(className + "." + method));
        return named && (only == null || file.contains(only));
    }
}
