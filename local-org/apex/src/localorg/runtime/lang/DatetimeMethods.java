package localorg.runtime.lang;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import localorg.runtime.Transaction;

/** Apex Reference, Datetime Class. */
public final class DatetimeMethods extends DatetimeParts {

    private DatetimeMethods() {}

    private static ApexDatetime of(LocalDateTime local, ZoneId zone) {
        return new ApexDatetime(local.atZone(zone).toInstant().toEpochMilli());
    }

    private static ApexDatetime of(ZonedDateTime moment) {
        return new ApexDatetime(moment.toInstant().toEpochMilli());
    }

    public static ApexDatetime now() {
        return new ApexDatetime(Transaction.current().org().now());
    }

    public static ApexDatetime newInstance(Long milliseconds) {
        return new ApexDatetime(milliseconds);
    }

    public static ApexDatetime newInstance(ApexDate date) {
        return of(date.value().atStartOfDay(), userZone());
    }

    public static ApexDatetime newInstance(ApexDate date, ApexTime time) {
        return of(date.value().atTime(time.value()), userZone());
    }

    public static ApexDatetime newInstanceGmt(ApexDate date, ApexTime time) {
        return of(date.value().atTime(time.value()), ZoneOffset.UTC);
    }

    public static ApexDatetime newInstance(Integer year, Integer month, Integer day) {
        return newInstance(year, month, day, 0, 0, 0);
    }

    public static ApexDatetime newInstanceGmt(Integer year, Integer month, Integer day) {
        return newInstanceGmt(year, month, day, 0, 0, 0);
    }

    public static ApexDatetime newInstance(
        Integer year,
        Integer month,
        Integer day,
        Integer hour,
        Integer minute,
        Integer second
    ) {
        return of(lenient(year, month, day, hour, minute, second), userZone());
    }

    public static ApexDatetime newInstanceGmt(
        Integer year,
        Integer month,
        Integer day,
        Integer hour,
        Integer minute,
        Integer second
    ) {
        return of(lenient(year, month, day, hour, minute, second), ZoneOffset.UTC);
    }

    /** Values beyond their range carry over. */
    private static LocalDateTime lenient(int year, int month, int day, int hour, int minute, int second) {
        return LocalDate.of(year, 1, 1)
            .atTime(LocalTime.MIDNIGHT)
            .plusMonths(month - 1L)
            .plusDays(day - 1L)
            .plusHours(hour)
            .plusMinutes(minute)
            .plusSeconds(second);
    }

    /** The form yyyy-MM-dd HH:mm:ss in the user's time zone. */
    public static ApexDatetime valueOf(String text) {
        return DatetimeTexts.standard(text, userZone());
    }

    public static ApexDatetime valueOf(Object value) {
        if (value == null || value instanceof ApexDatetime) {
            return (ApexDatetime) value;
        }
        return value instanceof ApexDate date ? newInstance(date) : valueOf(value.toString());
    }

    public static ApexDatetime valueOfGmt(String text) {
        return DatetimeTexts.standard(text, ZoneOffset.UTC);
    }

    public static ApexDatetime parse(String text) {
        return DatetimeTexts.forPeople(text);
    }

    public static ApexDatetime addDays(ApexDatetime datetime, Integer days) {
        return of(local(datetime).plusDays(days));
    }

    /** datetime + 1.5: a fraction of a day. */
    public static ApexDatetime addDays(ApexDatetime datetime, Double days) {
        return new ApexDatetime(datetime.milliseconds() + Math.round(days * 86_400_000));
    }

    public static ApexDatetime addHours(ApexDatetime datetime, Integer hours) {
        return of(local(datetime).plusHours(hours));
    }

    public static ApexDatetime addMinutes(ApexDatetime datetime, Integer minutes) {
        return of(local(datetime).plusMinutes(minutes));
    }

    public static ApexDatetime addSeconds(ApexDatetime datetime, Integer seconds) {
        return of(local(datetime).plusSeconds(seconds));
    }

    public static ApexDatetime addMonths(ApexDatetime datetime, Integer months) {
        return of(local(datetime).plusMonths(months));
    }

    public static ApexDatetime addYears(ApexDatetime datetime, Integer years) {
        return of(local(datetime).plusYears(years));
    }

    public static Boolean isSameDay(ApexDatetime datetime, ApexDatetime other) {
        return local(datetime).truncatedTo(ChronoUnit.DAYS).equals(local(other).truncatedTo(ChronoUnit.DAYS));
    }

    public static String format(ApexDatetime datetime) {
        return local(datetime).format(DatetimeTexts.FOR_PEOPLE);
    }

    /** The patterns of java.text.SimpleDateFormat, as the reference says. */
    public static String format(ApexDatetime datetime, String pattern) {
        return format(datetime, pattern, userZone().getId());
    }

    public static String format(ApexDatetime datetime, String pattern, String zone) {
        return DatetimeTexts.format(datetime, pattern, zone);
    }

    public static String formatGmt(ApexDatetime datetime, String pattern) {
        return format(datetime, pattern, "GMT");
    }

    public static String formatLong(ApexDatetime datetime) {
        return local(datetime).format(DateTimeFormatter.ofPattern("M/d/yyyy, h:mm:ss a z", Locale.US));
    }

    public static Integer compareTo(ApexDatetime datetime, ApexDatetime other) {
        return Equality.compare(datetime, other);
    }

    public static String toString(ApexDatetime datetime) {
        return datetime.toString();
    }

    public static Boolean equals(ApexDatetime datetime, Object other) {
        return datetime.equals(other);
    }

    public static Integer hashCode(ApexDatetime datetime) {
        return datetime.hashCode();
    }
}
