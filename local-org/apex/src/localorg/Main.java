package localorg;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import localorg.compiler.CompileError;
import localorg.linking.LinkedProgram;
import localorg.linking.MissingMember;
import localorg.remote.Server;
import localorg.test.TestCommand;

/** The command line: check, test, conformance, serve. run.mjs starts it. */
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean watching = words.contains("--watch");
        Path root = Path.of(java.lang.System.getProperty("localorg.root"));
        int status;
        try {
            Callable<Integer> command = command(words, root);
            do {
                status = command.call();
            } while (watching && isAskedAgain());
        } catch (IllegalArgumentException e) {
            // an unknown command or option
            java.lang.System.err.println(e.getMessage());
            status = WRONG_USE;
        }
        java.lang.System.out.flush();
        Runtime.getRuntime().halt(status); // the compiler leaves threads behind that nobody waits for
    }

    /** Waits for the line that run.mjs writes after a change; what changed meanwhile is one more change. */
    private static boolean isAskedAgain() throws IOException {
        java.lang.System.out.flush();
        int read = java.lang.System.in.read();
        java.lang.System.in.skip(java.lang.System.in.available());
        return read >= 0;
    }

    private static Callable<Integer> command(List<String> words, Path root) {
        return switch (words.isEmpty() ? "" : words.get(0)) {
            case "check" -> () -> check(root);
            case "test" -> new TestCommand(root, words.subList(1, words.size()))::run;
            case "serve" -> Main::serve;
            default -> throw new IllegalArgumentException(
                "usage: run.mjs check | test [--tests Class.method] [--cost] [--json] [--junit file] [--lcov file] | conformance | serve"
            );
        };
    }

    /** Prints the compiler's messages, and the platform members that the engine lacks. */
    private static int check(Path root) throws IOException {
        Workspace workspace = new Workspace(root);
        for (CompileError error : workspace.errors()) {
            java.lang.System.out.println(error);
        }
        LinkedProgram program = workspace.link();
        for (MissingMember member : program.missing()) {
            java.lang.System.out.println(member);
        }
        int findings = workspace.errors().size() + program.missing().size();
        java.lang.System.out.println(findings + " findings");
        return findings == 0 ? 0 : FAILED;
    }

    /** Standard output belongs to the protocol; whatever else is printed goes to standard error. */
    private static int serve() throws IOException {
        PrintStream protocol = java.lang.System.out;
        java.lang.System.setOut(java.lang.System.err);
        new Server(java.lang.System.in, protocol).run();
        return 0;
    }
}
