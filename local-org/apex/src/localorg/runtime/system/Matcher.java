package localorg.runtime.system;

import localorg.runtime.exception.StringException;

/** Apex Reference, Matcher Class. */
public class Matcher {

    private final java.util.regex.Matcher matcher;
    private Pattern pattern;

    Matcher(Pattern pattern, String text) {
        this.pattern = pattern;
        this.matcher = pattern.javaPattern().matcher(text);
    }

    /** A question about a match that there isn't. */
    private interface Query<T> {
        T ask();
    }

    private static <T> T checked(Query<T> query) {
        try {
            return query.ask();
        } catch (IllegalStateException e) {
            throw new StringException("No match found");
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new StringException(e.getMessage());
        }
    }

    public Boolean find() {
        return matcher.find();
    }

    public Boolean find(Integer start) {
        return checked(() -> matcher.find(start));
    }

    public Boolean matches() {
        return matcher.matches();
    }

    public Boolean lookingAt() {
        return matcher.lookingAt();
    }

    public String group() {
        return checked(matcher::group);
    }

    public String group(Integer index) {
        return checked(() -> matcher.group(index));
    }

    public Integer groupCount() {
        return matcher.groupCount();
    }

    public Integer start() {
        return checked(matcher::start);
    }

    public Integer start(Integer index) {
        return checked(() -> matcher.start(index));
    }

    public Integer end() {
        return checked(matcher::end);
    }

    public Integer end(Integer index) {
        return checked(() -> matcher.end(index));
    }

    public Boolean hitEnd() {
        return matcher.hitEnd();
    }

    public Boolean requireEnd() {
        return matcher.requireEnd();
    }

    public Pattern pattern() {
        return pattern;
    }

    public Matcher usePattern(Pattern other) {
        pattern = other;
        matcher.usePattern(other.javaPattern());
        return this;
    }

    public Matcher region(Integer start, Integer end) {
        checked(() -> matcher.region(start, end));
        return this;
    }

    public Integer regionStart() {
        return matcher.regionStart();
    }

    public Integer regionEnd() {
        return matcher.regionEnd();
    }

    public Boolean hasAnchoringBounds() {
        return matcher.hasAnchoringBounds();
    }

    public Matcher useAnchoringBounds(Boolean flag) {
        matcher.useAnchoringBounds(flag);
        return this;
    }

    public Boolean hasTransparentBounds() {
        return matcher.hasTransparentBounds();
    }

    public Matcher useTransparentBounds(Boolean flag) {
        matcher.useTransparentBounds(flag);
        return this;
    }

    public Matcher reset() {
        matcher.reset();
        return this;
    }

    public Matcher reset(String text) {
        matcher.reset(text);
        return this;
    }

    public String replaceAll(String replacement) {
        return checked(() -> matcher.replaceAll(replacement));
    }

    public String replaceFirst(String replacement) {
        return checked(() -> matcher.replaceFirst(replacement));
    }

    public static String quoteReplacement(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }
}
