package localorg.runtime.system;

/** Apex Reference, Rounding Mode of the Decimal Class. */
public enum RoundingMode {
    CEILING,
    DOWN,
    FLOOR,
    HALF_DOWN,
    HALF_EVEN,
    HALF_UP,
    UNNECESSARY,
    UP;

    public java.math.RoundingMode javaMode() {
        return java.math.RoundingMode.valueOf(name());
    }
}
