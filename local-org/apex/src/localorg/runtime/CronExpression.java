package localorg.runtime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import localorg.runtime.exception.StringException;

/** When a scheduled class fires (Apex Developer Guide, Apex Scheduler; texts of the Quartz scheduler beneath it). */
public final class CronExpression {

    // Imitates: cron expressions: single seconds and minutes, ? , - * / L W # elsewhere — Apex Developer Guide, Apex Scheduler (likely: texts of refusals) [C]
    private static final List<String> MONTHS = List.of(
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "MAY",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "OCT",
        "NOV",
        "DEC"
    );
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2099;

    private final int second;
    private final int minute;
    private final TreeSet<Integer> hours;
    private final TreeSet<Integer> months;
    private final TreeSet<Integer> years;
    private final String dayOfMonth;
    private final String dayOfWeek;
    private TreeSet<Integer> days = new TreeSet<>();

    public CronExpression(String text) {
        String[] fields = (text == null ? "" : text.trim().toUpperCase(Locale.ROOT)).split("\\s+");
        if (fields.length < 6) {
            throw new StringException("Unexpected end of expression.");
        }
        if (fields.length > 7) {
            throw new StringException("Illegal cron expression format: more than seven fields");
        }
        second = single(fields[0]);
        minute = single(fields[1]);
        dayOfMonth = fields[3];
        dayOfWeek = fields[5];
        checkQuestionMarks(fields);
        hours = values(fields[2], 0, 23, List.of(), "Hour values must be between 0 and 23");
        months = values(fields[4], 1, 12, MONTHS, "Month values must be between 1 and 12");
        String year = fields.length == 7 ? fields[6] : "*";
        years = values(year, FIRST_YEAR, LAST_YEAR, List.of(), "Year values must be between 1970 and 2099");
        if (!dayOfMonth.equals("?") && !dayOfMonth.matches("L|LW|\\d+W")) {
            days = values(dayOfMonth, 1, 31, List.of(), "Day of month values must be between 1 and 31");
        } else if (dayOfMonth.matches("\\d+W")) {
            inside(number(dayOfMonth.replace("W", "")), 1, 31, "Day of month values must be between 1 and 31");
        } else if (dayOfWeek.matches("[^#]+#[^#]*")) {
            weekday(dayOfWeek.substring(0, dayOfWeek.indexOf('#')));
            nth();
        } else if (dayOfWeek.matches(".+L")) {
            weekday(dayOfWeek.substring(0, dayOfWeek.length() - 1));
        } else if (!dayOfWeek.equals("?")) {
            String last = dayOfWeek.equals("L") ? "7" : dayOfWeek;
            days = values(last, 1, 7, WEEKDAYS, "Day-of-Week values must be between 1 and 7");
        }
    }

    private static int single(String field) {
        if (!field.matches("\\d+")) {
            throw new StringException("Seconds and minutes must be specified as integers");
        }
        return inside(number(field), 0, 59, "Minute and Second values must be between 0 and 59");
    }

    private void checkQuestionMarks(String[] fields) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].contains("?") && ((i != 3 && i != 5) || fields[i].length() > 1)) {
                throw new StringException("'?' can only be specfied for Day-of-Month or Day-of-Week.");
            }
        }
        boolean both = dayOfMonth.equals("?") && dayOfWeek.equals("?");
        if (both) {
            throw new StringException("'?' can only be specfied for Day-of-Month -OR- Day-of-Week.");
        }
        if (!dayOfMonth.equals("?") && !dayOfWeek.equals("?")) {
            throw new StringException(
                "Support for specifying both a day-of-week AND a day-of-month parameter is not implemented."
            );
        }
    }

    /** A list of values, ranges and steps; a range may run over the end, as FRI-MON does. */
    private static TreeSet<Integer> values(String field, int first, int last, List<String> names, String refusal) {
        TreeSet<Integer> found = new TreeSet<>();
        for (String part : field.split(",", -1)) {
            String[] halves = part.split("/", -1);
            int step = halves.length == 2 ? number(halves[1]) : 1;
            if (halves.length > 2 || step < 1) {
                throw new StringException("Illegal cron expression format: " + part);
            }
            String[] ends = halves[0].equals("*") ? new String[0] : halves[0].split("-", -1);
            if (ends.length > 2) {
                throw new StringException("Illegal cron expression format: " + part);
            }
            int from = ends.length == 0 ? first : inside(value(ends[0], names, first), first, last, refusal);
            int given = ends.length == 2 ? inside(value(ends[1], names, first), first, last, refusal) : from;
            int to = ends.length == 0 || (ends.length == 1 && halves.length == 2) ? last : given;
            int size = last - first + 1;
            for (int value = from; value <= (to < from ? to + size : to); value += step) {
                found.add(value > last ? value - size : value);
            }
        }
        return found;
    }

    private static int value(String text, List<String> names, int first) {
        int name = names.indexOf(text);
        return name < 0 ? number(text) : name + first;
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw new StringException("Illegal cron expression format: " + text);
        }
        return Integer.parseInt(text);
    }

    private static int inside(int value, int first, int last, String refusal) {
        if (value < first || value > last) {
            throw new StringException(refusal);
        }
        return value;
    }

    /** Salesforce counts from Sunday, 1. */
    private static DayOfWeek weekday(String text) {
        int number = inside(value(text, WEEKDAYS, 1), 1, 7, "Day-of-Week values must be between 1 and 7");
        return DayOfWeek.of(number == 1 ? 7 : number - 1);
    }

    private int nth() {
        String text = dayOfWeek.substring(dayOfWeek.indexOf('#') + 1);
        return inside(number(text), 1, 5, "A numeric value between 1 and 5 must follow the '#' option");
    }

    /** The first moment after that one, in milliseconds, or null when there is none. */
    public Long next(long after, ZoneId zone) {
        LocalDate day = Instant.ofEpochMilli(after).atZone(zone).toLocalDate();
        while (day.getYear() <= LAST_YEAR) {
            if (!months.contains(day.getMonthValue()) || !years.contains(day.getYear())) {
                day = day.plusMonths(1).withDayOfMonth(1);
                continue;
            }
            if (isOn(day)) {
                for (int hour : hours) {
                    LocalDateTime wanted = day.atTime(hour, minute, second);
                    ZonedDateTime moment = wanted.atZone(zone);
                    // an hour that the change to summer time leaves out has no such moment
                    boolean exists = moment.toLocalDateTime().equals(wanted);
                    if (exists && moment.toInstant().toEpochMilli() > after) {
                        return moment.toInstant().toEpochMilli();
                    }
                }
            }
            day = day.plusDays(1);
        }
        return null;
    }

    private boolean isOn(LocalDate day) {
        LocalDate end = day.with(TemporalAdjusters.lastDayOfMonth());
        if (dayOfMonth.equals("?")) {
            int hash = dayOfWeek.indexOf('#');
            if (hash > 0) {
                DayOfWeek wanted = weekday(dayOfWeek.substring(0, hash));
                return day.getDayOfWeek() == wanted && (day.getDayOfMonth() + 6) / 7 == nth();
            }
            if (dayOfWeek.length() > 1 && dayOfWeek.endsWith("L")) {
                DayOfWeek wanted = weekday(dayOfWeek.substring(0, dayOfWeek.length() - 1));
                return day.equals(end.with(TemporalAdjusters.previousOrSame(wanted)));
            }
            return days.contains((day.getDayOfWeek().getValue() % 7) + 1);
        }
        if (!dayOfMonth.endsWith("W")) {
            return dayOfMonth.equals("L") ? day.equals(end) : days.contains(day.getDayOfMonth());
        }
        int wanted = dayOfMonth.equals("LW") ? end.getDayOfMonth() : number(dayOfMonth.replace("W", ""));
        return wanted <= end.getDayOfMonth() && day.equals(nearestWeekday(day.withDayOfMonth(wanted), end));
    }

    /** The weekday nearest to a day, without leaving its month. */
    private static LocalDate nearestWeekday(LocalDate day, LocalDate end) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.getDayOfMonth() == 1 ? day.plusDays(2) : day.minusDays(1);
            case SUNDAY -> day.equals(end) ? day.minusDays(2) : day.plusDays(1);
            default -> day;
        };
    }
}
