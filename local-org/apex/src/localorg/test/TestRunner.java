package localorg.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import localorg.data.DataView;
import localorg.linking.ClassDescription;
import localorg.runtime.ApexThread;
import localorg.runtime.Coverage;
import localorg.runtime.Limits;
import localorg.runtime.Org;
import localorg.runtime.OrgUser;
import localorg.runtime.Transaction;
import localorg.runtime.lang.ExceptionMethods;
import localorg.runtime.system.Quiddity;

// Imitates: a test method begins with what its @TestSetup left and static variables of its own, sees users but no other data, and leaves nothing — Apex Developer Guide, Using Test Setup Methods, Isolation of Test Data from Organization Data [C]
/** Runs test methods on two threads, each in a transaction of its own whose data is thrown away. */
final class TestRunner {

    private static final int THREADS = 2;
    private static final OrgUser TESTER = new OrgUser(
        "005000000000001AAA",
        "tester@local.example",
        "Test",
        "Runner",
        "tester@local.example",
        "System Administrator",
        List.of()
    );

    private final Org org;
    private final TestOptions options;
    private final LastRun last;
    private final Coverage coverage = new Coverage();
    private final EntryCosts costs = new EntryCosts();
    private int classes;
    private int repeated;

    TestRunner(Org org, TestOptions options, LastRun last) {
        this.org = org;
        this.options = options;
        this.last = last;
        org.add(TESTER);
    }

    /** The lines that any test executed. */
    Coverage coverage() {
        return coverage;
    }

    /** What calls of entry points used in any test. */
    EntryCosts costs() {
        return costs;
    }

    /** How many test classes there are, and how many of them ran: the others would have done what they did last. */
    int classes() {
        return classes;
    }

    int repeated() {
        return repeated;
    }

    List<TestResult> run() {
        Map<ClassDescription, List<ClassDescription.Operation>> tests = new LinkedHashMap<>();
        for (ClassDescription description : org.program().descriptions()) {
            List<ClassDescription.Operation> methods = description
                .operations()
                .stream()
                .filter(
                    operation ->
                        operation.modifiers().has("testMethod") &&
                        options.selects(description.file(), description.apexName(), operation.name())
                )
                .toList();
            if (!methods.isEmpty()) {
                tests.put(description, methods);
            }
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, ApexThread::new);
        Map<ClassDescription, List<Future<LastRun.ClassRun>>> running = new LinkedHashMap<>();
        classes = tests.size();
        tests.forEach((description, methods) -> {
            LastRun.ClassRun known = last.stillTrueOf(description);
            repeated += known == null ? 1 : 0;
            Setup setup = new Setup(description);
            running.put(
                description,
                known == null
                    ? methods
                          .stream()
                          .map(method -> threads.submit(() -> setup.run(method)))
                          .toList()
                    : List.of(CompletableFuture.completedFuture(known))
            );
        });
        List<TestResult> results = new ArrayList<>();
        try {
            for (Map.Entry<ClassDescription, List<Future<LastRun.ClassRun>>> parts : running.entrySet()) {
                LastRun.ClassRun run = new LastRun.ClassRun();
                for (Future<LastRun.ClassRun> part : parts.getValue()) {
                    run.add(part.get());
                }
                results.addAll(run.results());
                coverage.add(run.covered());
                costs.add(run.used());
                last.remember(parts.getKey(), run);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
        return results;
    }

    /** A test class, and what its @TestSetup methods left: they run once, before the first of its test methods. */
    private final class Setup {

        private final ClassDescription description;
        private final DataView data = new DataView(org.data());
        private final Coverage covered = new Coverage();
        private Throwable problem;
        private boolean done;

        Setup(ClassDescription description) {
            this.description = description;
        }

        private synchronized void prepare() {
            for (ClassDescription.Operation operation : description.operations()) {
                if (!done && problem == null && operation.modifiers().has("testSetup")) {
                    problem = runMethod(description, operation, transaction(data, covered));
                }
            }
            done = true;
        }

        LastRun.ClassRun run(ClassDescription.Operation method) {
            prepare();
            LastRun.ClassRun run = new LastRun.ClassRun();
            run.covered().add(covered);
            if (problem != null) {
                run.results().add(result(description, method, 0, problem, List.of()));
                return run;
            }
            Transaction transaction = transaction(data.copy(), run.covered());
            long start = java.lang.System.nanoTime();
            Throwable failure = runMethod(description, method, transaction);
            long milliseconds = (java.lang.System.nanoTime() - start) / 1_000_000;
            run.used().add(transaction.test().costs());
            run.results().add(result(description, method, milliseconds, failure, transaction.allLimits()));
            return run;
        }
    }

    private Transaction transaction(DataView data, Coverage covered) {
        Transaction transaction = new Transaction(org, TESTER, Quiddity.RUNTEST_SYNC, data);
        transaction.setTest(new TestContext());
        transaction.setCoverage(covered);
        return transaction;
    }

    /** What the method threw, or null. */
    private static Throwable runMethod(
        ClassDescription description,
        ClassDescription.Operation operation,
        Transaction transaction
    ) {
        Throwable[] problem = new Throwable[1];
        transaction.run(() -> {
            try {
                Method method = transaction.loader().loadClass(description.name()).getDeclaredMethod(operation.name());
                method.setAccessible(true);
                method.invoke(null);
                transaction.test().finish(transaction);
            } catch (InvocationTargetException e) {
                problem[0] = e.getCause();
            } catch (RuntimeException | ReflectiveOperationException | Error e) {
                problem[0] = e;
            }
        });
        return problem[0];
    }

    private static TestResult result(
        ClassDescription description,
        ClassDescription.Operation method,
        long milliseconds,
        Throwable problem,
        List<Limits> limits
    ) {
        TestResult.TestCost cost = limits
            .stream()
            .map(TestResult.TestCost::of)
            .reduce(new TestResult.TestCost(0, 0, 0, 0), TestResult.TestCost::plus);
        return new TestResult(
            description.apexName(),
            method.name(),
            description.file(),
            milliseconds,
            problem == null ? null : describe(problem),
            cost
        );
    }

    /**
     * The message, then one line per Apex frame with its file and line; a fault of the engine itself shows its Java
     * frames too.
     */
    static String describe(Throwable problem) {
        StringBuilder text = new StringBuilder();
        for (Throwable current = problem; current != null; current = current.getCause()) {
            text.append(text.isEmpty() ? "" : "\n    Caused by: ").append(message(current));
            for (StackTraceElement frame : ExceptionMethods.apexFrames(current)) {
                text.append("\n    at ")
                    .append(frame.getFileName())
                    .append(':')
                    .append(frame.getLineNumber())
                    .append(" (")
                    .append(frame.getClassName().replace('$', '.'))
                    .append('.')
                    .append(frame.getMethodName())
                    .append(')');
            }
        }
        return text.toString();
    }

    private static String message(Throwable problem) {
        if (problem instanceof StackOverflowError) {
            return "System.LimitException: Maximum stack depth has been reached: 1001";
        }
        if (problem instanceof localorg.runtime.lang.ApexException || problem instanceof NullPointerException) {
            String java = problem instanceof NullPointerException ? engineFrame(problem) : "";
            return ExceptionMethods.toString((Exception) problem) + java;
        }
        if (problem instanceof LinkageError) {
            return "local-org lacks a platform member: " + problem.getMessage();
        }
        StringBuilder text = new StringBuilder(problem.toString());
        for (StackTraceElement frame : problem.getStackTrace()) {
            text.append("\n      ").append(frame);
            if (frame.getClassName().startsWith("localorg.test")) {
                break;
            }
        }
        return text.toString();
    }

    /** Where in the engine a null was met, since that may be a fault of the engine. */
    private static String engineFrame(Throwable problem) {
        StackTraceElement[] frames = problem.getStackTrace();
        boolean inside =
            frames.length > 0 &&
            frames[0].getClassName().startsWith("localorg.") &&
            !frames[0].getMethodName().equals("throwNPE");
        return inside ? " [in " + frames[0] + "]" : "";
    }
}
