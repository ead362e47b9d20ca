package io.quantkit.core.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The days and hours at which a market trades.
 *
 * <p>A calendar knows the dates from {@link #firstDate} to {@link #lastDate} and refuses others:
 * holidays that nobody has decreed yet cannot be looked up. It is a table built once: every
 * question takes constant time, except that lists take time for their length.
 */
public final class TradingCalendar {

  /** 365.2425: the days of a mean Gregorian year, by which sessions are annualised. */
  public static final double DAYS_PER_YEAR = 365.2425;

  static final long NANOS_PER_DAY = 86_400_000_000_000L;

  private static final long SLACK = NANOS_PER_DAY / 8;

  private final String code;
  private final ZoneId zone;
  private final int firstDay;
  private final long regularNanos;

  /** The local midnight of each day known and of the one after the last, in epoch nanoseconds. */
  private final long[] midnights;

  /** For each day known and the one after the last, how many sessions come before it. */
  private final int[] sessionsBefore;

  private final int[] days;
  private final long[] opens;
  private final long[] closes;
  private final boolean[] early;

  private TradingCalendar(SessionTable table) {
    code = table.code;
    zone = table.zone;
    firstDay = table.firstDay;
    regularNanos = table.regularNanos;
    midnights = table.midnights;
    sessionsBefore = table.sessionsBefore;
    days = table.days();
    opens = table.opens();
    closes = table.closes();
    early = table.early();
  }

  /**
   * Returns the calendar of the New York Stock Exchange from 1990-01-01 to 2035-12-31. The other US
   * share markets keep the same days.
   *
   * <p>Regular hours are 09:30 to 16:00 in New York. The calendar has the holidays as they were
   * observed, the days of mourning and disaster on which the exchange stayed closed, and the days
   * on which it closed early or opened an hour or more late. Not in it are minutes of silence, and
   * halts after which trading went on. On two of those days only New York was affected and Nasdaq
   * kept regular hours: the late open of 1995-12-18 and the close at 15:56 of 2005-06-01. Dates
   * after 2025 follow the rules now in force.
   */
  public static TradingCalendar xnys() {
    return NewYork.CALENDAR;
  }

  /**
   * Returns the calendar of a market that never closes: every date from 1970-01-01 to 2099-12-31 is
   * a session from midnight to midnight UTC.
   */
  public static TradingCalendar alwaysOpen() {
    return AlwaysOpen.CALENDAR;
  }

  private static final class NewYork {
    static final TradingCalendar CALENDAR = new TradingCalendar(NewYorkSessions.table());
  }

  private static final class AlwaysOpen {
    static final TradingCalendar CALENDAR = new TradingCalendar(table());

    private static SessionTable table() {
      LocalDate first = LocalDate.of(1970, 1, 1);
      LocalDate last = LocalDate.of(2099, 12, 31);
      SessionTable table = new SessionTable("24/7", ZoneOffset.UTC, first, last, NANOS_PER_DAY);
      for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
        long open = date.toEpochDay() * NANOS_PER_DAY;
        table.add(new Session(date, open, open + NANOS_PER_DAY, false));
      }
      return table.complete();
    }
  }

  /** Returns the name: the ISO 10383 market code, such as {@code XNYS}, or {@code 24/7}. */
  public String code() {
    return code;
  }

  /** Returns the time zone in which the market's dates and hours are told. */
  public ZoneId zone() {
    return zone;
  }

  /** Returns the first date known. */
  public LocalDate firstDate() {
    return LocalDate.ofEpochDay(firstDay);
  }

  /** Returns the last date known. */
  public LocalDate lastDate() {
    return LocalDate.ofEpochDay(endDay() - 1L);
  }

  /**
   * Returns whether the market trades on the given date.
   *
   * @throws IllegalArgumentException if the date is not known
   */
  public boolean isSession(LocalDate date) {
    return sessionOn(dayOf(date)) >= 0;
  }

  /**
   * Returns the session of the given date, or nothing on weekends and holidays.
   *
   * @throws IllegalArgumentException if the date is not known
   */
  public Optional<Session> session(LocalDate date) {
    int session = sessionOn(dayOf(date));
    return session < 0 ? Optional.empty() : Optional.of(session(session));
  }

  /**
   * Returns the first session after the given date.
   *
   * @param afterExclusive a date known; itself not in question
   * @throws IllegalArgumentException if the date, or the next session, is not known
   */
  public Session nextSession(LocalDate afterExclusive) {
    return session(requireIndex(sessionsBefore(dayOf(afterExclusive) + 1), afterExclusive));
  }

  /**
   * Returns the last session before the given date.
   *
   * @param beforeExclusive a date known; itself not in question
   * @throws IllegalArgumentException if the date, or the previous session, is not known
   */
  public Session previousSession(LocalDate beforeExclusive) {
    return session(requireIndex(sessionsBefore(dayOf(beforeExclusive)) - 1, beforeExclusive));
  }

  /**
   * Returns the sessions of a range of dates, in order.
   *
   * @param fromInclusive the first date of the range
   * @param toExclusive the date after the range; at most the day after {@link #lastDate}
   * @throws IllegalArgumentException if the range is not known or ends before it begins
   */
  public List<Session> sessions(LocalDate fromInclusive, LocalDate toExclusive) {
    int to = sessionsBefore(endDayOf(fromInclusive, toExclusive));
    List<Session> sessions = new ArrayList<>();
    for (int i = sessionsBefore(dayOf(fromInclusive)); i < to; i++) {
      sessions.add(session(i));
    }
    return Collections.unmodifiableList(sessions);
  }

  /**
   * Returns whether the market trades at the given instant.
   *
   * @param epochNanos epoch nanoseconds UTC
   * @throws IllegalArgumentException if the date is not known
   */
  public boolean isOpen(long epochNanos) {
    int session = sessionOn(dayOf(epochNanos));
    return session >= 0 && opens[session] <= epochNanos && epochNanos < closes[session];
  }

  /**
   * Returns the session that is under way at the given instant, or else the next one.
   *
   * @param epochNanos epoch nanoseconds UTC
   * @throws IllegalArgumentException if the date, or the next session, is not known
   */
  public Session sessionAtOrAfter(long epochNanos) {
    int day = dayOf(epochNanos);
    int session = sessionsBefore(day);
    if (sessionOn(day) >= 0 && epochNanos >= closes[session]) {
      session++;
    }
    if (session == opens.length) {
      throw new IllegalArgumentException(
          code + " has no session after " + EpochNanos.toInstant(epochNanos) + " that is known");
    }
    return session(session);
  }

  /**
   * Returns the date in the market's time zone at the given instant.
   *
   * @param epochNanos epoch nanoseconds UTC
   */
  public LocalDate dateOf(long epochNanos) {
    return LocalDate.ofInstant(EpochNanos.toInstant(epochNanos), zone);
  }

  /**
   * Returns the date that lies a number of sessions after the given date.
   *
   * @param date a date known; a session if {@code count} is 0
   * @param count {@code n > 0} for the {@code n}-th session after the date, {@code -n} for the
   *     {@code n}-th before it, 0 for the date itself
   * @throws IllegalArgumentException if the date or that session is not known, or {@code count} is
   *     0 and the date is no session
   */
  public LocalDate addSessions(LocalDate date, int count) {
    int day = dayOf(date);
    if (count == 0) {
      requireSession(day);
      return date;
    }
    long session =
        count > 0 ? sessionsBefore(day + 1) + (count - 1L) : sessionsBefore(day) + (long) count;
    return LocalDate.ofEpochDay(days[requireIndex(session, date)]);
  }

  /**
   * Returns how many sessions a year of the given range has: {@code sessions / (days / 365.2425)}.
   *
   * @param fromInclusive the first date of the range
   * @param toExclusive the date after the range; at most the day after {@link #lastDate}
   * @throws IllegalArgumentException if the range is not known or empty
   */
  public double sessionsPerYear(LocalDate fromInclusive, LocalDate toExclusive) {
    int to = endDayOf(fromInclusive, toExclusive);
    int from = dayOf(fromInclusive);
    if (from == to) {
      throw new IllegalArgumentException("range must not be empty, was at " + fromInclusive);
    }
    return perYear(from, to);
  }

  /** Returns how many sessions a year of the whole calendar has, for annualising. */
  public double sessionsPerYear() {
    return perYear(firstDay, endDay());
  }

  private double perYear(int from, int to) {
    return (sessionsBefore(to) - sessionsBefore(from)) / ((to - from) / DAYS_PER_YEAR);
  }

  /** Returns the code. */
  @Override
  public String toString() {
    return code;
  }

  /** Returns the epoch day, in the market's time zone, at an instant; fails if it is not known. */
  int dayOf(long epochNanos) {
    if (epochNanos < midnights[0] || epochNanos >= midnights[midnights.length - 1]) {
      throw new IllegalArgumentException(
          unknown(EpochNanos.toInstant(epochNanos) + " (" + dateOf(epochNanos) + " there)"));
    }
    // Clock changes move a midnight by less than SLACK, so this is the day or the one before it.
    int day = (int) ((epochNanos - midnights[0] - SLACK) / NANOS_PER_DAY);
    if (epochNanos >= midnights[day + 1]) {
      day++;
    }
    return firstDay + day;
  }

  /** Returns the epoch day of a date; fails if it is not known. */
  int dayOf(LocalDate date) {
    long day = date.toEpochDay();
    if (day < firstDay || day >= endDay()) {
      throw new IllegalArgumentException(unknown(date.toString()));
    }
    return (int) day;
  }

  /** Returns the local midnight with which an epoch day begins; fails if it is not known. */
  long midnight(int day) {
    if (day < firstDay || day > endDay()) {
      throw new IllegalArgumentException(unknown(LocalDate.ofEpochDay(day).toString()));
    }
    return midnights[day - firstDay];
  }

  /** Returns the index of the session on an epoch day that is known, or -1. */
  int sessionOn(int day) {
    int before = sessionsBefore[day - firstDay];
    return sessionsBefore[day + 1 - firstDay] > before ? before : -1;
  }

  /** Returns the index of the session on an epoch day that is known; fails if there is none. */
  int requireSession(int day) {
    int session = sessionOn(day);
    if (session < 0) {
      throw new IllegalArgumentException(
          "date must be a session of " + code + ", was " + LocalDate.ofEpochDay(day));
    }
    return session;
  }

  /**
   * Returns the index of the last session in a range of epoch days of which the calendar knows the
   * last; fails if there is none.
   */
  int lastSessionIn(int fromInclusive, int toExclusive) {
    if (toExclusive > endDay()) {
      throw new IllegalArgumentException(
          unknown("a period until " + LocalDate.ofEpochDay(toExclusive - 1L)));
    }
    int session = sessionsBefore(toExclusive) - 1;
    if (session < 0 || days[session] < fromInclusive) {
      throw new IllegalArgumentException(
          code + " has no session from epoch day " + fromInclusive + " to " + toExclusive);
    }
    return session;
  }

  int dayOfSession(int session) {
    return days[session];
  }

  long open(int session) {
    return opens[session];
  }

  /** Returns the close of a session; fails if the index is beyond the last one known. */
  long close(int session) {
    if (session >= closes.length) {
      throw new IllegalArgumentException(code + " ends with " + lastDate() + ", before the period");
    }
    return closes[session];
  }

  long regularNanos() {
    return regularNanos;
  }

  private Session session(int index) {
    return new Session(
        LocalDate.ofEpochDay(days[index]), opens[index], closes[index], early[index]);
  }

  private int requireIndex(long session, LocalDate from) {
    if (session < 0 || session >= opens.length) {
      throw new IllegalArgumentException(
          code
              + " knows sessions from "
              + firstDate()
              + " to "
              + lastDate()
              + ", which does not reach far enough from "
              + from);
    }
    return (int) session;
  }

  private int sessionsBefore(int day) {
    return sessionsBefore[day - firstDay];
  }

  private int endDayOf(LocalDate fromInclusive, LocalDate toExclusive) {
    if (toExclusive.isBefore(fromInclusive)) {
      throw new IllegalArgumentException(
          "toExclusive must not be before fromInclusive, was "
              + toExclusive
              + " < "
              + fromInclusive);
    }
    return toExclusive.toEpochDay() == endDay() ? endDay() : dayOf(toExclusive);
  }

  private int endDay() {
    return firstDay + midnights.length - 1;
  }

  private String unknown(String what) {
    return code + " is known from " + firstDate() + " to " + lastDate() + ", was asked for " + what;
  }
}
