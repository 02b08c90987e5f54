package localorg.compiler;

/** A message of the compiler at a place in a file of the project. */
public record CompileError(String file, int line, int column, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + " " + message;
    }
}
