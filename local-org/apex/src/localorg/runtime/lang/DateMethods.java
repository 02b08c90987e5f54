package localorg.runtime.lang;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import localorg.runtime.Transaction;
import localorg.runtime.exception.TypeException;

/** Apex Reference, Date Class. */
// Imitates: days and numbers for people are written and read as in en_US, whatever the user's locale — Apex Reference, Date Class: format, parse [L]
public final class DateMethods {

    private static final DateTimeFormatter FOR_PEOPLE = DateTimeFormatter.ofPattern("M/d/yyyy");

    private DateMethods() {}

    public static ApexDate today() {
        return DatetimeMethods.date(new ApexDatetime(Transaction.current().org().now()));
    }

    public static ApexDate newInstance(Integer year, Integer month, Integer day) {
        return new ApexDate(
            LocalDate.of(year, 1, 1)
                .plusMonths(month - 1L)
                .plusDays(day - 1L)
        );
    }

    /** The form yyyy-MM-dd, a time behind it is ignored. */
    public static ApexDate valueOf(String text) {
        if (text == null) {
            throw new NullPointerException();
        }
        try {
            String[] parts = text.trim().split("[ T]")[0].split("-");
            return new ApexDate(
                LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
            );
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new TypeException("Invalid date: " + text);
        }
    }

    public static ApexDate valueOf(Object value) {
        if (value == null || value instanceof ApexDate) {
            return (ApexDate) value;
        }
        return value instanceof ApexDatetime datetime ? DatetimeMethods.date(datetime) : valueOf(value.toString());
    }

    public static ApexDate parse(String text) {
        try {
            return new ApexDate(LocalDate.parse(text.trim(), FOR_PEOPLE));
        } catch (DateTimeException e) {
            throw new TypeException("Invalid date: " + text);
        }
    }

    public static Integer daysInMonth(Integer year, Integer month) {
        if (month < 1 || month > 12) {
            throw new TypeException("Invalid month: " + month);
        }
        return YearMonth.of(year, month).lengthOfMonth();
    }

    public static Boolean isLeapYear(Integer year) {
        return Year.isLeap(year);
    }

    public static ApexDate addDays(ApexDate date, Integer days) {
        return new ApexDate(date.value().plusDays(days));
    }

    public static ApexDate addMonths(ApexDate date, Integer months) {
        return new ApexDate(date.value().plusMonths(months));
    }

    public static ApexDate addYears(ApexDate date, Integer years) {
        return new ApexDate(date.value().plusYears(years));
    }

    public static Integer day(ApexDate date) {
        return date.value().getDayOfMonth();
    }

    public static Integer dayOfYear(ApexDate date) {
        return date.value().getDayOfYear();
    }

    public static Integer month(ApexDate date) {
        return date.value().getMonthValue();
    }

    public static Integer year(ApexDate date) {
        return date.value().getYear();
    }

    public static Integer daysBetween(ApexDate date, ApexDate other) {
        return Math.toIntExact(ChronoUnit.DAYS.between(date.value(), other.value()));
    }

    /** Whole months by year and month alone, days do not count. */
    public static Integer monthsBetween(ApexDate date, ApexDate other) {
        return (
            (other.value().getYear() - date.value().getYear()) * 12 +
            other.value().getMonthValue() -
            date.value().getMonthValue()
        );
    }

    public static Boolean isSameDay(ApexDate date, ApexDate other) {
        return date.equals(other);
    }

    public static ApexDate toStartOfMonth(ApexDate date) {
        return new ApexDate(date.value().withDayOfMonth(1));
    }

    /** Weeks begin on Sunday in en_US. */
    public static ApexDate toStartOfWeek(ApexDate date) {
        return new ApexDate(date.value().with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)));
    }

    public static String format(ApexDate date) {
        return date.value().format(FOR_PEOPLE);
    }

    public static Integer compareTo(ApexDate date, ApexDate other) {
        return Equality.compare(date, other);
    }

    public static String toString(ApexDate date) {
        return date.toString();
    }

    public static Boolean equals(ApexDate date, Object other) {
        return date.equals(other);
    }

    public static Integer hashCode(ApexDate date) {
        return date.hashCode();
    }
}
