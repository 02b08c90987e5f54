package localorg.runtime.lang;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import localorg.runtime.Transaction;

/**
 * The Datetime methods that answer one part of the moment, in the user's time zone or in GMT. Apex Reference, Datetime
 * Class: date, dateGmt, day, dayGmt and the like.
 */
abstract class DatetimeParts {

    /** The time zone of the user who runs. */
    static ZoneId userZone() {
        return Transaction.current().user().zone();
    }

    private static ZonedDateTime at(ApexDatetime datetime, ZoneId zone) {
        return Instant.ofEpochMilli(datetime.milliseconds()).atZone(zone);
    }

    static ZonedDateTime local(ApexDatetime datetime) {
        return at(datetime, userZone());
    }

    static ZonedDateTime gmt(ApexDatetime datetime) {
        return at(datetime, ZoneOffset.UTC);
    }

    public static ApexDate date(ApexDatetime datetime) {
        return new ApexDate(local(datetime).toLocalDate());
    }

    public static ApexDate dateGmt(ApexDatetime datetime) {
        return new ApexDate(gmt(datetime).toLocalDate());
    }

    public static ApexTime time(ApexDatetime datetime) {
        return new ApexTime(local(datetime).toLocalTime());
    }

    public static ApexTime timeGmt(ApexDatetime datetime) {
        return new ApexTime(gmt(datetime).toLocalTime());
    }

    public static Long getTime(ApexDatetime datetime) {
        return datetime.milliseconds();
    }

    public static Integer year(ApexDatetime datetime) {
        return local(datetime).getYear();
    }

    public static Integer yearGmt(ApexDatetime datetime) {
        return gmt(datetime).getYear();
    }

    public static Integer month(ApexDatetime datetime) {
        return local(datetime).getMonthValue();
    }

    public static Integer monthGmt(ApexDatetime datetime) {
        return gmt(datetime).getMonthValue();
    }

    public static Integer day(ApexDatetime datetime) {
        return local(datetime).getDayOfMonth();
    }

    public static Integer dayGmt(ApexDatetime datetime) {
        return gmt(datetime).getDayOfMonth();
    }

    public static Integer dayOfYear(ApexDatetime datetime) {
        return local(datetime).getDayOfYear();
    }

    public static Integer dayOfYearGmt(ApexDatetime datetime) {
        return gmt(datetime).getDayOfYear();
    }

    public static Integer hour(ApexDatetime datetime) {
        return local(datetime).getHour();
    }

    public static Integer hourGmt(ApexDatetime datetime) {
        return gmt(datetime).getHour();
    }

    public static Integer minute(ApexDatetime datetime) {
        return local(datetime).getMinute();
    }

    public static Integer minuteGmt(ApexDatetime datetime) {
        return gmt(datetime).getMinute();
    }

    public static Integer second(ApexDatetime datetime) {
        return local(datetime).getSecond();
    }

    public static Integer secondGmt(ApexDatetime datetime) {
        return gmt(datetime).getSecond();
    }

    public static Integer millisecond(ApexDatetime datetime) {
        return local(datetime).getNano() / 1_000_000;
    }

    public static Integer millisecondGmt(ApexDatetime datetime) {
        return gmt(datetime).getNano() / 1_000_000;
    }
}
