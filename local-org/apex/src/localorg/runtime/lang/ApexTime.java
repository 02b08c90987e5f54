package localorg.runtime.lang;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** A Time of day with milliseconds. Apex Reference, Time Class. */
public record ApexTime(LocalTime value) implements Comparable<ApexTime> {
    @Override
    public int compareTo(ApexTime other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.format(DateTimeFormatter.ofPattern("HH:mm:ss.SSS")) + "Z";
    }
}
