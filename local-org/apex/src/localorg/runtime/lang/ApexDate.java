package localorg.runtime.lang;

import java.time.LocalDate;

/** A Date: no time, no zone. Apex Reference, Date Class. */
public record ApexDate(LocalDate value) implements Comparable<ApexDate> {
    @Override
    public int compareTo(ApexDate other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
