package io.quantkit.core.data;

import io.quantkit.core.time.EpochNanos;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How a file writes times. Declared, never guessed. */
public final class TimeFormat {

  /** A date such as {@code 2020-04-17}, meaning the period of that date. */
  public static final TimeFormat ISO_DATE =
      new TimeFormat(Kind.DATE, ZoneId.of("UTC"), TimeUnit.DAYS, DateTimeFormatter.ISO_LOCAL_DATE);

  /**
   * A moment with its offset, such as {@code 2020-04-17T13:30:00Z} or {@code 2020-04-17
   * 09:30:00-04:00}.
   */
  public static final TimeFormat ISO_INSTANT =
      new TimeFormat(
          Kind.INSTANT,
          ZoneId.of("UTC"),
          TimeUnit.NANOSECONDS,
          DateTimeFormatter.ISO_OFFSET_DATE_TIME);

  /** The first year whose times are believed: 1900. An epoch in the wrong unit is outside. */
  public static final int FIRST_YEAR = 1900;

  /** The last year whose times are believed: 2199. */
  public static final int LAST_YEAR = 2199;

  enum Kind {
    DATE,
    INSTANT,
    LOCAL,
    EPOCH
  }

  private static final ZonedDateTime EXAMPLE =
      ZonedDateTime.of(2020, 4, 17, 9, 30, 0, 0, ZoneOffset.UTC);

  private static final long SECONDS_PER_DAY = 86_400;
  private static final long FIRST_SECOND =
      LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay() * SECONDS_PER_DAY;
  private static final long END_SECOND =
      LocalDate.of(LAST_YEAR + 1, 1, 1).toEpochDay() * SECONDS_PER_DAY;

  /** Before 1970-01-26: where times of 1980 to 2040 land that are read in too fine a unit. */
  private static final long UNBELIEVED_SECONDS = 25 * SECONDS_PER_DAY;

  private static final long FROM_1980 = LocalDate.of(1980, 1, 1).toEpochDay() * SECONDS_PER_DAY;
  private static final long UNTIL_2040 = LocalDate.of(2040, 1, 1).toEpochDay() * SECONDS_PER_DAY;

  private final Kind kind;
  private final ZoneId zone;
  private final TimeUnit unit;
  private final DateTimeFormatter formatter;

  private TimeFormat(Kind kind, ZoneId zone, TimeUnit unit, DateTimeFormatter formatter) {
    this.kind = kind;
    this.zone = zone;
    this.unit = unit;
    this.formatter = formatter;
  }

  /**
   * Returns the format of local times without an offset, such as {@code 2020-04-17T09:30} or {@code
   * 2020-04-17 09:30:00}.
   *
   * @param zone where they are local
   */
  public static TimeFormat local(ZoneId zone) {
    return new TimeFormat(
        Kind.LOCAL, zone, TimeUnit.NANOSECONDS, DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }

  /**
   * Returns the format of local times written by a pattern of {@link DateTimeFormatter}, such as
   * {@code dd/MM/yyyy HH:mm}. Names of months and days are English, and a date that does not exist
   * is an error. Several times slower than the ISO forms.
   *
   * @param zone where they are local
   * @throws IllegalArgumentException if the pattern has no meaning
   */
  public static TimeFormat local(String pattern, ZoneId zone) {
    return new TimeFormat(
        Kind.LOCAL, zone, TimeUnit.NANOSECONDS, formatter(pattern, LocalDateTime::from));
  }

  /**
   * Returns the format of dates written by a pattern of {@link DateTimeFormatter}, such as {@code
   * yyyyMMdd}; see {@link #local(String, ZoneId)}.
   *
   * @throws IllegalArgumentException if the pattern has no meaning
   */
  public static TimeFormat date(String pattern) {
    return new TimeFormat(
        Kind.DATE, ZoneId.of("UTC"), TimeUnit.DAYS, formatter(pattern, LocalDate::from));
  }

  private static DateTimeFormatter formatter(String pattern, TemporalQuery<?> meaning) {
    DateTimeFormatter formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern)
            .parseDefaulting(ChronoField.ERA, 1)
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    try {
      formatter.parse(formatter.format(EXAMPLE), meaning);
      return formatter;
    } catch (DateTimeException incomplete) {
      throw new IllegalArgumentException(
          "pattern must tell all of a date or a local time, was " + pattern, incomplete);
    }
  }

  /**
   * Returns the format of whole numbers since 1970-01-01T00:00Z.
   *
   * <p>In a unit finer than seconds no time before 1970-01-26 is believed that a coarser unit puts
   * between 1980 and 2040: it is a file of the coarser unit. Write such times as ISO.
   *
   * @param unit seconds, milliseconds, microseconds or nanoseconds
   */
  public static TimeFormat epoch(TimeUnit unit) {
    if (unit.compareTo(TimeUnit.SECONDS) > 0) {
      throw new IllegalArgumentException("unit must be seconds or finer, was " + unit);
    }
    return new TimeFormat(
        Kind.EPOCH, ZoneId.of("UTC"), unit, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  /** Returns whether times are dates, which stand for whole periods. */
  boolean isDate() {
    return kind == Kind.DATE;
  }

  Kind kind() {
    return kind;
  }

  /** Returns whether times are written as ISO-8601 has it. */
  boolean iso() {
    return formatter == DateTimeFormatter.ISO_LOCAL_DATE
        || formatter == DateTimeFormatter.ISO_LOCAL_DATE_TIME
        || formatter == DateTimeFormatter.ISO_OFFSET_DATE_TIME;
  }

  ZoneId zone() {
    return zone;
  }

  TimeUnit unit() {
    return unit;
  }

  /** Returns the date a text means, as an epoch day. */
  int epochDay(String text) throws RowFault {
    try {
      LocalDate date = LocalDate.parse(text, formatter);
      requireYear(date.getYear(), text);
      return (int) date.toEpochDay();
    } catch (DateTimeException malformed) {
      throw new RowFault(RowRule.TIME_FORMAT, "time must be " + example());
    }
  }

  /** Returns the moment a text means, in epoch nanoseconds. */
  long instant(String text) throws RowFault {
    try {
      switch (kind) {
        case INSTANT -> {
          OffsetDateTime time = OffsetDateTime.parse(isoText(text), formatter);
          requireYear(time.getYear(), text);
          return EpochNanos.of(time.toInstant());
        }
        case LOCAL -> {
          LocalDateTime time = LocalDateTime.parse(iso() ? isoText(text) : text, formatter);
          requireYear(time.getYear(), text);
          if (zone.getRules().getValidOffsets(time).size() != 1) {
            throw new RowFault(
                RowRule.TIME_FORMAT, "time is skipped or repeated by a clock change in " + zone);
          }
          return EpochNanos.of(time.atZone(zone).toInstant());
        }
        case EPOCH -> {
          return epochNanos(Long.parseLong(text));
        }
        case DATE -> throw new IllegalStateException("a date is no instant");
      }
      throw new IllegalStateException("unknown kind " + kind);
    } catch (DateTimeException | NumberFormatException malformed) {
      throw new RowFault(RowRule.TIME_FORMAT, "time must be " + example());
    }
  }

  /** Returns the epoch nanoseconds of so many units, if they are believed. */
  long epochNanos(long count) throws RowFault {
    long seconds = unit.toSeconds(count);
    if (seconds < FIRST_SECOND || seconds >= END_SECOND) {
      throw new RowFault(
          RowRule.TIME_RANGE,
          "time must be within %d to %d; is the unit really %s?%s"
              .formatted(FIRST_YEAR, LAST_YEAR, unit, suggestion(count)));
    }
    if (count != 0 && seconds >= 0 && seconds < UNBELIEVED_SECONDS && unit != TimeUnit.SECONDS) {
      String suggestion = suggestion(count);
      if (!suggestion.isEmpty()) {
        throw new RowFault(
            RowRule.TIME_RANGE,
            "time is in January 1970; is the unit really %s?%s".formatted(unit, suggestion));
      }
    }
    return unit.toNanos(count);
  }

  /** Says in which other unit a number of units would be a time of our days. */
  private static String suggestion(long count) {
    for (TimeUnit other : TimeUnit.values()) {
      long seconds = other.toSeconds(count);
      if (other.compareTo(TimeUnit.SECONDS) <= 0 && seconds >= FROM_1980 && seconds < UNTIL_2040) {
        return " In %s it would be %s".formatted(other, EpochNanos.toInstant(other.toNanos(count)));
      }
    }
    return "";
  }

  private String example() {
    if (kind == Kind.EPOCH) {
      return "a whole number of " + unit;
    }
    if (!iso()) {
      return "written such as " + formatter.format(EXAMPLE);
    }
    return switch (kind) {
      case DATE -> "a date such as 2020-04-17";
      case INSTANT -> "a moment such as 2020-04-17T13:30:00Z";
      default -> "local such as 2020-04-17T09:30:00";
    };
  }

  private static String isoText(String text) {
    return text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + 'T' + text.substring(11)
        : text;
  }

  private static void requireYear(int year, String text) throws RowFault {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new RowFault(
          RowRule.TIME_RANGE,
          "time must be within %d to %d, was %s".formatted(FIRST_YEAR, LAST_YEAR, text));
    }
  }
}
