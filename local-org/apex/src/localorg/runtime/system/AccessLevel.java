package localorg.runtime.system;

/** Apex Reference, AccessLevel Class. */
public class AccessLevel {

    public static final AccessLevel SYSTEM_MODE = new AccessLevel("SYSTEM_MODE");
    public static final AccessLevel USER_MODE = new AccessLevel("USER_MODE");

    private final String name;

    private AccessLevel(String name) {
        this.name = name;
    }

    @Override
    public String toString() {
        return name;
    }
}
