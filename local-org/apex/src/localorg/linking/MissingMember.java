package localorg.linking;

/** A platform member that the project uses and the engine's library lacks. */
public record MissingMember(String member, String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line + ":1 local-org has no " + member;
    }
}
