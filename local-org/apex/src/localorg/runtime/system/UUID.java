package localorg.runtime.system;

import localorg.runtime.exception.IllegalArgumentException;

/** Apex Reference, UUID Class: version 4. */
public class UUID {

    private final java.util.UUID value;

    private UUID(java.util.UUID value) {
        this.value = value;
    }

    public static UUID randomUUID() {
        return new UUID(java.util.UUID.randomUUID());
    }

    public static UUID fromString(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new IllegalArgumentException("Invalid UUID string: " + text);
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
