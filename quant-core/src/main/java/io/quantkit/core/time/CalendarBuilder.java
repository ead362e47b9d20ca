package io.quantkit.core.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes a calendar of one's own, or another version of one that exists.
 *
 * <pre>{@code
 * TradingCalendar london =
 *     TradingCalendar.builder("XLON", ZoneId.of("Europe/London"), first, last)
 *         .hours(LocalTime.of(8, 0), LocalTime.of(16, 30))
 *         .change(CalendarChange.read(file))
 *         .build();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class CalendarBuilder {
  private final String code;
  private final ZoneId zone;
  private final LocalDate first;
  private final LocalDate last;
  private LocalDate decreedUntil;
  private long[] regular;
  private final TreeMap<LocalDate, Session> sessions = new TreeMap<>();
  private final Set<LocalDate> changed = new HashSet<>();

  CalendarBuilder(String code, ZoneId zone, LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "last date must not be before the first, was " + last + " < " + first);
    }
    this.code = code;
    this.zone = zone;
    this.first = first;
    this.last = last;
    decreedUntil = last;
    regular = new long[0];
  }

  CalendarBuilder(TradingCalendar calendar) {
    this(calendar.code(), calendar.zone(), calendar.firstDate(), calendar.lastDate());
    decreedUntil = calendar.decreedUntil();
    regular = calendar.regularNanos();
    for (Session session : calendar.sessions()) {
      sessions.put(session.date(), session);
    }
  }

  static boolean weekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /**
   * Makes every weekday from Monday to Friday a session of the given hours, in place of what was
   * there.
   */
  public CalendarBuilder hours(LocalTime open, LocalTime close) {
    return everyWeekday(Hours.of(open, close));
  }

  /**
   * Makes every weekday from Monday to Friday a session of the given hours with a break, in place
   * of what was there.
   */
  public CalendarBuilder hours(
      LocalTime open, LocalTime breakStart, LocalTime breakEnd, LocalTime close) {
    return everyWeekday(Hours.of(open, close).withBreak(breakStart, breakEnd));
  }

  private CalendarBuilder everyWeekday(Hours hours) {
    sessions.clear();
    changed.clear();
    regular = hours.parts();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      if (!weekend(date)) {
        sessions.put(date, hours.on(date, zone, false));
      }
    }
    return this;
  }

  /** Says until when sessions have been announced; without it all are taken to be. */
  public CalendarBuilder decreedUntil(LocalDate date) {
    decreedUntil = date;
    return this;
  }

  /**
   * Changes single days; a changed session has no break and no extended hours.
   *
   * @throws IllegalArgumentException if a date is outside the calendar or changed twice
   */
  public CalendarBuilder change(Collection<CalendarChange> changes) {
    for (CalendarChange change : changes) {
      LocalDate date = change.date();
      if (date.isBefore(first) || date.isAfter(last)) {
        throw new IllegalArgumentException(
            "date of a change must be within %s to %s, was %s".formatted(first, last, date));
      }
      if (!changed.add(date)) {
        throw new IllegalArgumentException("date must be changed once, " + date + " is twice");
      }
      if (change.open().isEmpty()) {
        sessions.remove(date);
      } else {
        Hours hours = Hours.of(change.open().get(), change.close().orElseThrow());
        Session session = hours.on(date, zone, false);
        boolean early = session.nanos() < regularNanos();
        sessions.put(date, hours.on(date, zone, early));
      }
    }
    return this;
  }

  private long regularNanos() {
    long sum = 0;
    for (long part : regular) {
      sum += part;
    }
    return sum;
  }

  /**
   * Returns the calendar.
   *
   * @throws IllegalStateException if no regular hours were given
   */
  public TradingCalendar build() {
    if (regular.length == 0) {
      throw new IllegalStateException("hours must be given before a calendar is built");
    }
    SessionTable table = new SessionTable(code, zone, first, last, decreedUntil, regular);
    sessions.values().forEach(table::add);
    return new TradingCalendar(table.complete());
  }
}
