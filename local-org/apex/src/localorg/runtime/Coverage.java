package localorg.runtime;

import java.util.Arrays;
import java.util.BitSet;

/** The lines that were executed, per file of the program. One instance per test; they are merged at the end. */
public final class Coverage {

    private boolean[][] files = new boolean[0][];

    void hit(int file, int line) {
        lines(file, line + 1)[line] = true;
    }

    /** Those of a file, at least so many. */
    private boolean[] lines(int file, int count) {
        if (file >= files.length) {
            files = Arrays.copyOf(files, file + 16);
        }
        boolean[] lines = files[file];
        if (lines == null || lines.length < count) {
            lines = lines == null ? new boolean[Math.max(count, 256)] : Arrays.copyOf(lines, count * 2);
            files[file] = lines;
        }
        return lines;
    }

    public void add(Coverage other) {
        for (int file = 0; file < other.files.length; file++) {
            boolean[] executed = other.files[file];
            for (int line = 0; executed != null && line < executed.length; line++) {
                if (executed[line]) {
                    hit(file, line);
                }
            }
        }
    }

    public BitSet lines(int file) {
        BitSet lines = new BitSet();
        boolean[] executed = file < files.length && files[file] != null ? files[file] : new boolean[0];
        for (int line = 0; line < executed.length; line++) {
            lines.set(line, executed[line]);
        }
        return lines;
    }
}
