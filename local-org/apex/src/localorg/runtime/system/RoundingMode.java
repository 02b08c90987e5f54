package localorg.runtime.system;

/** Apex Reference, Rounding Mode: the same modes as Java's. */
public enum RoundingMode {
    CEILING, DOWN, FLOOR, HALF_DOWN, HALF_EVEN, HALF_UP, UNNECESSARY, UP;

    public java.math.RoundingMode javaMode() {
        return java.math.RoundingMode.valueOf(name());
    }
}
