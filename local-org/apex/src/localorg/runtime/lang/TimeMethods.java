package localorg.runtime.lang;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Apex Reference, Time Class. */
public final class TimeMethods {

    private TimeMethods() {}

    public static ApexTime newInstance(Integer hour, Integer minute, Integer second, Integer millisecond) {
        return new ApexTime(
            LocalTime.MIDNIGHT.plusHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second)
                .plus(millisecond, ChronoUnit.MILLIS)
        );
    }

    public static ApexTime addHours(ApexTime time, Integer hours) {
        return new ApexTime(time.value().plusHours(hours));
    }

    public static ApexTime addMinutes(ApexTime time, Integer minutes) {
        return new ApexTime(time.value().plusMinutes(minutes));
    }

    public static ApexTime addSeconds(ApexTime time, Integer seconds) {
        return new ApexTime(time.value().plusSeconds(seconds));
    }

    public static ApexTime addMilliseconds(ApexTime time, Integer milliseconds) {
        return new ApexTime(time.value().plus(milliseconds, ChronoUnit.MILLIS));
    }

    public static Integer hour(ApexTime time) {
        return time.value().getHour();
    }

    public static Integer minute(ApexTime time) {
        return time.value().getMinute();
    }

    public static Integer second(ApexTime time) {
        return time.value().getSecond();
    }

    public static Integer millisecond(ApexTime time) {
        return time.value().getNano() / 1_000_000;
    }

    public static Integer compareTo(ApexTime time, ApexTime other) {
        return Equality.compare(time, other);
    }

    public static String toString(ApexTime time) {
        return time.toString();
    }

    public static Boolean equals(ApexTime time, Object other) {
        return time.equals(other);
    }

    public static Integer hashCode(ApexTime time) {
        return time.hashCode();
    }
}
