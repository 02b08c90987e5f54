package localorg.runtime.system;

/** Apex Reference, UUID Class: version 4, from a cryptographically strong source. */
public final class UUID {
    private final java.util.UUID value;

    private UUID(java.util.UUID value) {
        this.value = value;
    }

    public static UUID randomUUID() {
        return new UUID(java.util.UUID.randomUUID());
    }

    public static UUID fromString(String text) {
        if (!text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new localorg.runtime.exception.IllegalArgumentException("Invalid UUID string: " + text);
        }
        return new UUID(java.util.UUID.fromString(text));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UUID uuid && uuid.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
