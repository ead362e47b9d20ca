package io.quantkit.backtest.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Times as text and as ticks: years, months, days, hours and minutes at round numbers, UTC. */
final class TimeAxis {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY_SECONDS = 86_400;
  private static final int[] MINUTES = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720};
  private static final int[] DAYS = {1, 2, 7, 14};
  private static final int[] MONTH_STEPS = {1, 2, 3, 6};
  private static final int[] YEARS = {1, 2, 5, 10, 20, 25, 50, 100};

  private TimeAxis() {}

  /** Returns an axis over times, with at most {@code most} ticks. */
  static Axis over(long first, long last, int most) {
    List<Tick> ticks = ticks(first, last, Math.max(2, most));
    return Axis.of((double) first, last > first ? (double) last : first + 1.0, ticks);
  }

  static String month(int oneToTwelve) {
    return MONTHS[oneToTwelve - 1];
  }

  /** Returns the date and time of an instant, UTC. */
  static LocalDateTime utc(long nanos) {
    Instant instant =
        Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Returns the day to which equity known at an instant belongs: its period ends there. */
  static LocalDate dayEndingAt(long nanos) {
    return utc(nanos - 1).toLocalDate();
  }

  /** Returns an instant as a date, with the time unless it is midnight. */
  static String moment(long nanos) {
    LocalDateTime time = utc(nanos);
    return nanos % (DAY_SECONDS * SECOND) == 0
        ? time.toLocalDate().toString()
        : time.toLocalDate() + " " + clock(time);
  }

  private static List<Tick> ticks(long first, long last, int most) {
    double seconds = (double) (last - first) / SECOND;
    for (int minutes : MINUTES) {
      if (seconds / (minutes * 60.0) <= most) {
        return clockTicks(first, last, minutes * 60L);
      }
    }
    double days = seconds / DAY_SECONDS;
    for (int step : DAYS) {
      if (days / step <= most) {
        return dayTicks(first, last, step);
      }
    }
    for (int step : MONTH_STEPS) {
      if (days / (30.4 * step) <= most) {
        return monthTicks(first, last, step);
      }
    }
    int years = YEARS[YEARS.length - 1];
    for (int step : YEARS) {
      if (days / (365.2 * step) <= most) {
        years = step;
        break;
      }
    }
    return yearTicks(first, last, years);
  }

  private static List<Tick> clockTicks(long first, long last, long stepSeconds) {
    List<Tick> ticks = new ArrayList<>();
    long step = stepSeconds * SECOND;
    for (long t = Math.floorDiv(first + step - 1, step) * step; t <= last; t += step) {
      LocalDateTime time = utc(t);
      boolean midnight = time.toLocalTime().toSecondOfDay() == 0;
      ticks.add(new Tick((double) t, midnight ? day(time.toLocalDate()) : clock(time)));
    }
    return ticks;
  }

  private static List<Tick> dayTicks(long first, long last, int step) {
    List<Tick> ticks = new ArrayList<>();
    LocalDate date = utc(first).toLocalDate();
    if (step >= 7) {
      date = date.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
    for (; nanos(date) <= last; date = date.plusDays(step)) {
      add(ticks, first, date, day(date));
    }
    return ticks;
  }

  private static List<Tick> monthTicks(long first, long last, int step) {
    List<Tick> ticks = new ArrayList<>();
    LocalDate date = utc(first).toLocalDate().withDayOfYear(1);
    for (; nanos(date) <= last; date = date.plusMonths(step)) {
      String name = month(date.getMonthValue());
      boolean january = date.getMonthValue() == 1;
      String year = Integer.toString(date.getYear());
      add(ticks, first, date, january ? year : ticks.isEmpty() ? name + " " + year : name);
    }
    return ticks;
  }

  private static List<Tick> yearTicks(long first, long last, int step) {
    List<Tick> ticks = new ArrayList<>();
    int year = Math.floorDiv(utc(first).getYear(), step) * step;
    for (LocalDate date = LocalDate.of(year, 1, 1);
        nanos(date) <= last;
        date = date.plusYears(step)) {
      add(ticks, first, date, Integer.toString(date.getYear()));
    }
    return ticks;
  }

  private static void add(List<Tick> ticks, long first, LocalDate date, String label) {
    if (nanos(date) >= first) {
      ticks.add(new Tick((double) nanos(date), label));
    }
  }

  private static long nanos(LocalDate date) {
    return Math.multiplyExact(date.toEpochDay(), DAY_SECONDS * SECOND);
  }

  private static String day(LocalDate date) {
    return date.getDayOfMonth() + " " + month(date.getMonthValue());
  }

  private static String clock(LocalDateTime time) {
    return time.toLocalTime().toString().substring(0, 5);
  }
}
