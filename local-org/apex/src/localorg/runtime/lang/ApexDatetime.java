package localorg.runtime.lang;

/** A moment, in milliseconds since 1970 GMT. Apex Reference, Datetime Class. */
public record ApexDatetime(long milliseconds) implements Comparable<ApexDatetime> {
    @Override
    public int compareTo(ApexDatetime other) {
        return Long.compare(milliseconds, other.milliseconds);
    }

    /** String.valueOf: in the user's time zone. */
    @Override
    public String toString() {
        return DatetimeMethods.format(this, "yyyy-MM-dd HH:mm:ss");
    }

    /** The form of JSON and of the APIs. */
    public String iso() {
        return DatetimeMethods.formatGmt(this, "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    }
}
