package io.quantkit.core.data;

import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

/** How a file writes times. Declared, never guessed. */
public final class TimeFormat {

  /** A date such as {@code 2020-04-17}, meaning the period of that date. */
  public static final TimeFormat ISO_DATE =
      new TimeFormat(Kind.DATE, ZoneId.of("UTC"), TimeUnit.DAYS);

  /** A moment with its offset, such as {@code 2020-04-17T13:30:00Z} or {@code ...-04:00}. */
  public static final TimeFormat ISO_INSTANT =
      new TimeFormat(Kind.INSTANT, ZoneId.of("UTC"), TimeUnit.NANOSECONDS);

  /** The first year whose times are believed: 1900. An epoch in the wrong unit is outside. */
  public static final int FIRST_YEAR = 1900;

  /** The last year whose times are believed: 2199. */
  public static final int LAST_YEAR = 2199;

  private enum Kind {
    DATE,
    INSTANT,
    LOCAL,
    EPOCH
  }

  private final Kind kind;
  private final ZoneId zone;
  private final TimeUnit unit;

  private TimeFormat(Kind kind, ZoneId zone, TimeUnit unit) {
    this.kind = kind;
    this.zone = zone;
    this.unit = unit;
  }

  /**
   * Returns the format of local times without an offset, such as {@code 2020-04-17T09:30} or {@code
   * 2020-04-17 09:30:00}.
   *
   * @param zone where they are local
   */
  public static TimeFormat local(ZoneId zone) {
    return new TimeFormat(Kind.LOCAL, zone, TimeUnit.NANOSECONDS);
  }

  /**
   * Returns the format of whole numbers since 1970-01-01T00:00Z.
   *
   * @param unit seconds, milliseconds, microseconds or nanoseconds
   */
  public static TimeFormat epoch(TimeUnit unit) {
    if (unit.compareTo(TimeUnit.SECONDS) > 0) {
      throw new IllegalArgumentException("unit must be seconds or finer, was " + unit);
    }
    return new TimeFormat(Kind.EPOCH, ZoneId.of("UTC"), unit);
  }

  /** Returns whether times are dates, which stand for whole periods. */
  boolean isDate() {
    return kind == Kind.DATE;
  }

  /**
   * Returns the moment a text means, in epoch nanoseconds; for a date the start of its period.
   *
   * @throws RowFault if the text is no such time
   */
  long parse(String text, Timeframe timeframe, TradingCalendar calendar) throws RowFault {
    if (isDate()) {
      try {
        return timeframe.startOf(date(text), calendar);
      } catch (IllegalArgumentException outside) {
        throw new RowFault(RowRule.SESSION, String.valueOf(outside.getMessage()));
      }
    }
    return instant(text);
  }

  private static LocalDate date(String text) throws RowFault {
    try {
      LocalDate date = LocalDate.parse(text);
      requireYear(date.getYear(), text);
      return date;
    } catch (DateTimeException malformed) {
      throw new RowFault(RowRule.TIME_FORMAT, "time must be a date such as 2020-04-17");
    }
  }

  /** Returns the moment a text means, in epoch nanoseconds. */
  long instant(String text) throws RowFault {
    try {
      switch (kind) {
        case INSTANT -> {
          OffsetDateTime time = OffsetDateTime.parse(text);
          requireYear(time.getYear(), text);
          return EpochNanos.of(time.toInstant());
        }
        case LOCAL -> {
          LocalDateTime time =
              LocalDateTime.parse(text.replace(' ', 'T'), DateTimeFormatter.ISO_LOCAL_DATE_TIME);
          requireYear(time.getYear(), text);
          if (zone.getRules().getValidOffsets(time).size() != 1) {
            throw new RowFault(
                RowRule.TIME_FORMAT, "time is skipped or repeated by a clock change in " + zone);
          }
          return EpochNanos.of(time.atZone(zone).toInstant());
        }
        case EPOCH -> {
          return epochNanos(text);
        }
        case DATE -> throw new IllegalStateException("a date is no instant");
      }
      throw new IllegalStateException("unknown kind " + kind);
    } catch (DateTimeException malformed) {
      throw new RowFault(
          RowRule.TIME_FORMAT,
          kind == Kind.INSTANT
              ? "time must be a moment such as 2020-04-17T13:30:00Z"
              : "time must be local such as 2020-04-17T09:30:00");
    }
  }

  private long epochNanos(String text) throws RowFault {
    long count;
    try {
      count = Long.parseLong(text);
    } catch (NumberFormatException malformed) {
      throw new RowFault(RowRule.TIME_FORMAT, "time must be a whole number of " + unit);
    }
    long seconds = unit.toSeconds(count);
    long first = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay() * 86_400;
    long end = LocalDate.of(LAST_YEAR + 1, 1, 1).toEpochDay() * 86_400;
    if (seconds < first || seconds >= end) {
      throw new RowFault(
          RowRule.TIME_RANGE,
          "time must be within %d to %d; is the unit really %s?"
              .formatted(FIRST_YEAR, LAST_YEAR, unit));
    }
    return unit.toNanos(count);
  }

  private static void requireYear(int year, String text) throws RowFault {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new RowFault(
          RowRule.TIME_RANGE,
          "time must be within %d to %d, was %s".formatted(FIRST_YEAR, LAST_YEAR, text));
    }
  }
}
