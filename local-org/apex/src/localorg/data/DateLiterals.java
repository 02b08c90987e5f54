package localorg.data;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import localorg.runtime.lang.ApexDate;
import localorg.runtime.lang.DateMethods;

/**
 * TODAY, LAST_N_DAYS:3 … as a range of days, the end not included (SOQL and SOSL Reference, Date Formats and Date
 * Literals).
 */
record DateLiterals(LocalDate start, LocalDate end) {
    private static final Set<String> KNOWN = Set.of(
        "TODAY",
        "YESTERDAY",
        "TOMORROW",
        "THIS_WEEK",
        "LAST_WEEK",
        "NEXT_WEEK",
        "THIS_MONTH",
        "LAST_MONTH",
        "NEXT_MONTH",
        "THIS_YEAR",
        "LAST_YEAR",
        "LAST_N_DAYS",
        "NEXT_N_DAYS",
        "N_DAYS_AGO"
    );

    static boolean knows(String name) {
        return KNOWN.contains(name);
    }

    static DateLiterals of(String name, int number) {
        LocalDate today = DateMethods.today().value();
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        LocalDate month = today.withDayOfMonth(1);
        LocalDate year = today.withDayOfYear(1);
        return switch (name) {
            case "TODAY" -> new DateLiterals(today, today.plusDays(1));
            case "YESTERDAY" -> new DateLiterals(today.minusDays(1), today);
            case "TOMORROW" -> new DateLiterals(today.plusDays(1), today.plusDays(2));
            case "THIS_WEEK" -> new DateLiterals(week, week.plusWeeks(1));
            case "LAST_WEEK" -> new DateLiterals(week.minusWeeks(1), week);
            case "NEXT_WEEK" -> new DateLiterals(week.plusWeeks(1), week.plusWeeks(2));
            case "THIS_MONTH" -> new DateLiterals(month, month.plusMonths(1));
            case "LAST_MONTH" -> new DateLiterals(month.minusMonths(1), month);
            case "NEXT_MONTH" -> new DateLiterals(month.plusMonths(1), month.plusMonths(2));
            case "THIS_YEAR" -> new DateLiterals(year, year.plusYears(1));
            case "LAST_YEAR" -> new DateLiterals(year.minusYears(1), year);
            case "LAST_N_DAYS" -> new DateLiterals(today.minusDays(number), today.plusDays(1));
            case "NEXT_N_DAYS" -> new DateLiterals(today.plusDays(1), today.plusDays(number + 1L));
            case "N_DAYS_AGO" -> new DateLiterals(today.minusDays(number), today.minusDays(number - 1L));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The comparison of a day with the range. */
    boolean matches(String operator, LocalDate day) {
        boolean inside = !day.isBefore(start) && day.isBefore(end);
        return switch (operator) {
            case "=" -> inside;
            case "!=" -> !inside;
            case "<" -> day.isBefore(start);
            case "<=" -> day.isBefore(end);
            case ">" -> !day.isBefore(end);
            default -> !day.isBefore(start);
        };
    }

    static LocalDate dayOf(Object value) {
        return value instanceof ApexDate date ? date.value() : DateMethods.valueOf(value).value();
    }
}
