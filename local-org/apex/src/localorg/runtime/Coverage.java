package localorg.runtime;

import java.util.Arrays;
import java.util.BitSet;

/** The lines that were executed, per file of the program. One instance per test; they are merged at the end. */
public final class Coverage {

    private BitSet[] files = new BitSet[0];

    void hit(int file, int line) {
        if (file >= files.length) {
            files = Arrays.copyOf(files, file + 16);
        }
        if (files[file] == null) {
            files[file] = new BitSet();
        }
        files[file].set(line);
    }

    public void add(Coverage other) {
        for (int file = 0; file < other.files.length; file++) {
            if (other.files[file] != null) {
                hit(file, 0);
                files[file].or(other.files[file]);
            }
        }
    }

    public BitSet lines(int file) {
        return file < files.length && files[file] != null ? files[file] : new BitSet();
    }
}
