package localorg.data;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.ApexDatetime;

/**
 * Functions of a date in a query. SOQL and SOSL Reference, Date Functions: a dateTime counts in UTC unless
 * convertTimezone() says otherwise.
 */
final class DateFunctions {

    // Imitates: date functions count in UTC, Sunday is the first day of a week — SOQL and SOSL Reference, Date Functions [C]
    private static final Map<String, Function<LocalDateTime, Object>> KNOWN = Map.of(
        "CALENDAR_MONTH",
        LocalDateTime::getMonthValue,
        "CALENDAR_QUARTER",
        moment -> moment.get(IsoFields.QUARTER_OF_YEAR),
        "CALENDAR_YEAR",
        LocalDateTime::getYear,
        "DAY_IN_MONTH",
        LocalDateTime::getDayOfMonth,
        "DAY_IN_WEEK",
        moment -> (moment.getDayOfWeek().getValue() % 7) + 1,
        "DAY_IN_YEAR",
        LocalDateTime::getDayOfYear,
        "DAY_ONLY",
        moment -> new ApexDate(moment.toLocalDate()),
        "HOUR_IN_DAY",
        LocalDateTime::getHour
    );

    private DateFunctions() {}

    static boolean knows(String function) {
        return KNOWN.containsKey(function.toUpperCase(Locale.ROOT));
    }

    /** What the function makes of the value of a field. */
    static Object of(String function, Object value) {
        Function<LocalDateTime, Object> known = KNOWN.get(function.toUpperCase(Locale.ROOT));
        if (value instanceof ApexDate date) {
            return known.apply(date.value().atStartOfDay());
        }
        return value instanceof ApexDatetime moment
            ? known.apply(LocalDateTime.ofInstant(Instant.ofEpochMilli(moment.milliseconds()), ZoneOffset.UTC))
            : null;
    }
}
