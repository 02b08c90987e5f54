package localorg.runtime.lang;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TimeZone;
import localorg.runtime.exception.TypeException;

/**
 * Datetimes as text: the form of the APIs, the form of valueOf, and the one for people (en_US). Apex Reference,
 * Datetime Class: format, formatGmt, valueOf [L].
 */
public final class DatetimeTexts {

    static final DateTimeFormatter FOR_PEOPLE = DateTimeFormatter.ofPattern("M/d/yyyy, h:mm a", Locale.US);
    private static final DateTimeFormatter STANDARD = DateTimeFormatter.ofPattern("yyyy-M-d H:m:s");

    private DatetimeTexts() {}

    private static ApexDatetime at(LocalDateTime local, ZoneId zone) {
        return new ApexDatetime(local.atZone(zone).toInstant().toEpochMilli());
    }

    /** yyyy-MM-dd HH:mm:ss */
    static ApexDatetime standard(String text, ZoneId zone) {
        if (text == null) {
            throw new NullPointerException();
        }
        try {
            return at(LocalDateTime.parse(text.trim(), STANDARD), zone);
        } catch (DateTimeException e) {
            throw new TypeException("Invalid date/time: " + text);
        }
    }

    /** M/d/yyyy, h:mm a */
    static ApexDatetime forPeople(String text) {
        try {
            return at(LocalDateTime.parse(text.trim(), FOR_PEOPLE), DatetimeParts.userZone());
        } catch (DateTimeException e) {
            throw new TypeException("Invalid date/time: " + text);
        }
    }

    /** The ISO form of JSON and of SOQL literals. */
    public static ApexDatetime ofIso(String text) {
        String normalised = text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        try {
            boolean zoned = normalised.matches(".*(Z|[+-]\\d\\d:\\d\\d)$");
            return zoned
                ? new ApexDatetime(OffsetDateTime.parse(normalised).toInstant().toEpochMilli())
                : at(LocalDateTime.parse(normalised), ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new TypeException("Invalid date/time: " + text);
        }
    }

    static String format(ApexDatetime datetime, String pattern, String zone) {
        try {
            java.text.SimpleDateFormat format = new java.text.SimpleDateFormat(pattern, Locale.US);
            format.setTimeZone(TimeZone.getTimeZone(zone));
            return format.format(new java.util.Date(datetime.milliseconds()));
        } catch (IllegalArgumentException e) {
            throw new localorg.runtime.exception.IllegalArgumentException(e.getMessage());
        }
    }
}
