package io.quantkit.core.time;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/**
 * The length of a bar: so many seconds, minutes, hours, days, weeks or months.
 *
 * <p>The text form is the count and a letter: {@code 30s 15m 1h 1d 1w 1M}. Timeframes are equal
 * when count and unit are, so {@code 60m} is not {@code 1h}.
 *
 * <p>Where a period begins and when its bar is complete depends on a {@link TradingCalendar}:
 *
 * <ul>
 *   <li>Seconds, minutes and hours are counted from the open of the session; the last period of a
 *       session ends with it, so an early close cuts it short. Outside sessions they are counted
 *       from midnight or, later in the day, not across the close.
 *   <li>A day is a session, from midnight to midnight in the calendar's time zone; its bar is
 *       complete at the close. {@code n} days are {@code n} successive sessions, counted from the
 *       calendar's first. A date without a session belongs to no such period.
 *   <li>A week is an ISO week, Monday to Sunday; {@code n} weeks are counted from Monday,
 *       1969-12-29. A month is a calendar month; {@code n} months are counted from January of year
 *       0, so that {@code 3M} is the calendar quarter. Their bars are complete at the close of the
 *       last session within.
 * </ul>
 *
 * <p>A file that names days, weeks or months by a date alone has no instants: stamp its rows with
 * {@link #startOf(LocalDate, TradingCalendar)}. Midnight UTC would be the evening before in New
 * York, and the bar would be known a session too early.
 *
 * @param count the units in a period, at least 1; less than a day of seconds, minutes or hours
 * @param unit the unit counted
 */
public record Timeframe(int count, Unit unit) {

  /** What a timeframe counts. */
  public enum Unit {
    /** 10⁹ nanoseconds. */
    SECOND('s', 1_000_000_000L),
    /** 60 seconds. */
    MINUTE('m', 60_000_000_000L),
    /** 60 minutes. */
    HOUR('h', 3_600_000_000_000L),
    /** A session of the calendar. */
    DAY('d', 0),
    /** An ISO week, Monday to Sunday. */
    WEEK('w', 0),
    /** A calendar month. */
    MONTH('M', 0);

    private final char letter;
    private final long nanos;

    Unit(char letter, long nanos) {
      this.letter = letter;
      this.nanos = nanos;
    }
  }

  /** 1 second. */
  public static final Timeframe SECOND_1 = new Timeframe(1, Unit.SECOND);

  /** 1 minute. */
  public static final Timeframe MINUTE_1 = new Timeframe(1, Unit.MINUTE);

  /** 5 minutes. */
  public static final Timeframe MINUTE_5 = new Timeframe(5, Unit.MINUTE);

  /** 15 minutes. */
  public static final Timeframe MINUTE_15 = new Timeframe(15, Unit.MINUTE);

  /** 30 minutes. */
  public static final Timeframe MINUTE_30 = new Timeframe(30, Unit.MINUTE);

  /** 1 hour. */
  public static final Timeframe HOUR_1 = new Timeframe(1, Unit.HOUR);

  /** 4 hours. */
  public static final Timeframe HOUR_4 = new Timeframe(4, Unit.HOUR);

  /** 1 day, a session. */
  public static final Timeframe DAY_1 = new Timeframe(1, Unit.DAY);

  /** 1 ISO week. */
  public static final Timeframe WEEK_1 = new Timeframe(1, Unit.WEEK);

  /** 1 calendar month. */
  public static final Timeframe MONTH_1 = new Timeframe(1, Unit.MONTH);

  private static final double WEEKS_PER_YEAR = TradingCalendar.DAYS_PER_YEAR / 7;

  /**
   * Creates a timeframe.
   *
   * @throws IllegalArgumentException if the count is below 1, or seconds, minutes or hours add up
   *     to a day or more, or days, weeks or months to more than a century
   */
  public Timeframe {
    Objects.requireNonNull(unit, "unit");
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, was " + count);
    }
    if (unit.nanos > 0 && count >= TradingCalendar.NANOS_PER_DAY / unit.nanos) {
      throw new IllegalArgumentException(
          "intraday timeframe must be shorter than a day, was " + count + unit.letter);
    }
    if (unit.nanos == 0 && count > 1200) {
      throw new IllegalArgumentException("count must be at most 1200, was " + count);
    }
  }

  /**
   * Returns the timeframe a text such as {@code 15m}, {@code 1h}, {@code 1d}, {@code 1w} or {@code
   * 1M} names: a positive decimal number without leading zeros and one of the letters {@code s m h
   * d w M}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Timeframe parse(String text) {
    int digits = text.length() - 1;
    if (digits < 1 || digits > 6 || text.charAt(0) == '0') {
      throw unknown(text);
    }
    int count = 0;
    for (int i = 0; i < digits; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        throw unknown(text);
      }
      count = count * 10 + (digit - '0');
    }
    for (Unit unit : Unit.values()) {
      if (unit.letter == text.charAt(digits)) {
        return new Timeframe(count, unit);
      }
    }
    throw unknown(text);
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        "timeframe must be a number and one of s m h d w M, such as 15m, was '" + text + "'");
  }

  /** Returns whether this counts seconds, minutes or hours. */
  public boolean intraday() {
    return unit.nanos > 0;
  }

  /**
   * Returns the length of an intraday period in nanoseconds.
   *
   * @throws IllegalStateException if this counts days, weeks or months, whose lengths vary
   */
  public long nanos() {
    if (!intraday()) {
      throw new IllegalStateException("a timeframe of " + this + " has no fixed length");
    }
    return count * unit.nanos;
  }

  /**
   * Returns the instant at which a bar that starts at the given instant is complete and known.
   *
   * <p>An intraday bar may start anywhere; it ends after its length or, if it starts within a
   * session, at the break or close if that comes first. One that starts before the open may have
   * trades from after it, so the open does not end it. A bar of days, weeks or months may be
   * stamped with any instant inside its period and ends with the period's last session, whatever
   * the stamp.
   *
   * @param start the stamp of the bar, in epoch nanoseconds UTC
   * @return epoch nanoseconds UTC
   * @throws IllegalArgumentException if the calendar does not reach that far, or the timeframe
   *     counts days and there is no session on that date
   */
  public long endOf(long start, TradingCalendar calendar) {
    int day = calendar.dayOf(start);
    if (intraday()) {
      int session = calendar.sessionOn(day);
      long end = start + nanos();
      return session < 0 ? end : Math.min(end, boundary(calendar.sessionAt(session), start));
    }
    if (unit == Unit.DAY) {
      return calendar.close(firstOfRun(calendar.requireSession(day)) + count - 1);
    }
    int from = firstDay(day, calendar);
    int to = unit == Unit.WEEK ? from + 7 * count : monthsLater(from, count);
    return calendar.close(calendar.lastSessionIn(from, to));
  }

  /**
   * Returns the start of the period that contains the given instant: the stamp of its bar.
   *
   * @param instant epoch nanoseconds UTC
   * @return epoch nanoseconds UTC, not after {@code instant}
   * @throws IllegalArgumentException if the calendar does not reach that far, or the timeframe
   *     counts days and there is no session on that date
   */
  public long startOf(long instant, TradingCalendar calendar) {
    int day = calendar.dayOf(instant);
    if (!intraday()) {
      return calendar.midnight(firstDay(day, calendar));
    }
    int session = calendar.sessionOn(day);
    long midnight = calendar.midnight(day);
    return session < 0
        ? counted(midnight, instant)
        : within(calendar.sessionAt(session), midnight, instant);
  }

  private long within(Session session, long midnight, long instant) {
    if (instant < session.open()) {
      return counted(midnight, instant);
    }
    if (instant < session.breakStart()) {
      return counted(session.open(), instant);
    }
    long from = instant < session.close() ? session.breakEnd() : session.close();
    if (instant < from) {
      return Math.max(session.breakStart(), counted(midnight, instant));
    }
    return instant < session.close()
        ? counted(from, instant)
        : Math.max(from, counted(midnight, instant));
  }

  /** Returns where the part of a session ends that a start lies in; never if it lies in none. */
  private static long boundary(Session session, long start) {
    if (!session.contains(start)) {
      return Long.MAX_VALUE;
    }
    return start < session.breakStart() ? session.breakStart() : session.close();
  }

  /**
   * Returns the stamps of the bars of one session, in order: of an intraday timeframe those that
   * together fill its continuous trading, of a longer one none but a day's own.
   *
   * @throws IllegalArgumentException if this timeframe counts weeks, months or several days
   */
  public long[] starts(Session session, TradingCalendar calendar) {
    if (!intraday()) {
      if (unit != Unit.DAY || count > 1) {
        throw new IllegalArgumentException("bars of " + this + " are longer than a session");
      }
      return new long[] {startOf(session.open(), calendar)};
    }
    long length = nanos();
    long[] starts = new long[Math.toIntExact(session.nanos() / length + 2)];
    int size = 0;
    long end;
    for (long start = session.open(); start < session.close(); start = end) {
      starts[size++] = start;
      end = Math.min(start + length, boundary(session, start));
      end = end == session.breakStart() ? session.breakEnd() : end;
    }
    return Arrays.copyOf(starts, size);
  }

  /**
   * Returns the start of the period that contains the given date: the stamp of a bar that its
   * source names by a date alone.
   *
   * @return epoch nanoseconds UTC; for an intraday timeframe the open of that date's session
   * @throws IllegalArgumentException if the calendar does not reach that far, or the timeframe
   *     counts days or less and there is no session on that date
   */
  public long startOf(LocalDate date, TradingCalendar calendar) {
    int day = calendar.dayOf(date);
    return intraday()
        ? calendar.sessionAt(calendar.requireSession(day)).open()
        : calendar.midnight(firstDay(day, calendar));
  }

  /**
   * Returns how many such bars a year has on average, for annualising.
   *
   * <p>Months: {@code 12 / count}. Weeks: {@code 365.2425 / 7 / count}. Days: the sessions per year
   * of the whole calendar, {@link TradingCalendar#sessionsPerYear()}, by {@code count}. Intraday:
   * the bars of a regular session, {@code ceil(part / bar)} for each part of it around a break,
   * times the sessions per year; early closes are not deducted.
   */
  public double barsPerYear(TradingCalendar calendar) {
    return switch (unit) {
      case MONTH -> 12.0 / count;
      case WEEK -> WEEKS_PER_YEAR / count;
      case DAY -> calendar.sessionsPerYear() / count;
      default -> barsPerSession(calendar) * calendar.sessionsPerYear();
    };
  }

  private long barsPerSession(TradingCalendar calendar) {
    long bars = 0;
    for (long part : calendar.regularNanos()) {
      bars -= Math.floorDiv(-part, nanos());
    }
    return bars;
  }

  /** Returns the text form, such as {@code 15m}, which {@link #parse} reads. */
  @Override
  public String toString() {
    return Integer.toString(count) + unit.letter;
  }

  private long counted(long anchor, long instant) {
    long length = nanos();
    return anchor + (instant - anchor) / length * length;
  }

  /** Returns the epoch day on which the period of the given day begins. */
  private int firstDay(int day, TradingCalendar calendar) {
    return switch (unit) {
      case DAY -> calendar.dayOfSession(firstOfRun(calendar.requireSession(day)));
      case WEEK -> firstOfRun(Math.floorDiv(day + 3, 7)) * 7 - 3; // day 0 was a Thursday
      default -> {
        LocalDate date = LocalDate.ofEpochDay(day);
        int month = firstOfRun(date.getYear() * 12 + date.getMonthValue() - 1);
        LocalDate first = LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
        yield (int) first.toEpochDay();
      }
    };
  }

  /** Returns the first of the {@code count} successive units that the given one is among. */
  private int firstOfRun(int unitIndex) {
    return unitIndex - Math.floorMod(unitIndex, count);
  }

  private static int monthsLater(int day, int months) {
    return (int) LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay();
  }
}
