package io.quantkit.core.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
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
  private final LocalDate decreedUntil;
  private final long[] regularNanos;

  /** The local midnight of each day known and of the one after the last, in epoch nanoseconds. */
  private final long[] midnights;

  /** For each day known and the one after the last, how many sessions come before it. */
  private final int[] sessionsBefore;

  private final Session[] sessions;

  TradingCalendar(SessionTable table) {
    code = table.code;
    zone = table.zone;
    firstDay = table.firstDay;
    decreedUntil = table.decreedUntil;
    regularNanos = table.regularNanos;
    midnights = table.midnights;
    sessionsBefore = table.sessionsBefore;
    sessions = table.sessions();
  }

  /**
   * Returns a builder of a calendar of one's own: weekdays from Monday to Friday between the given
   * hours, until told otherwise.
   *
   * @param code what it is called
   * @param zone in which its dates and hours are told
   * @param firstDate the first date it knows
   * @param lastDate the last date it knows
   * @throws IllegalArgumentException if the last date is before the first
   */
  public static CalendarBuilder builder(
      String code, ZoneId zone, LocalDate firstDate, LocalDate lastDate) {
    return new CalendarBuilder(code, zone, firstDate, lastDate);
  }

  /**
   * Returns the calendar of the New York Stock Exchange from 1990-01-01 to 2035-12-31.
   *
   * <p>Regular hours are 09:30 to 16:00 in New York; extended ones, told as they are today, begin
   * at 04:00 and end at 20:00, after early closes at 17:00. The calendar has the holidays as they
   * were observed, the days of mourning and disaster on which the exchange stayed closed, and the
   * days on which it closed early or opened an hour or more late. Not in it are minutes of silence,
   * and halts after which trading went on. Dates after {@link #decreedUntil} follow the rules now
   * in force.
   */
  public static TradingCalendar xnys() {
    return NewYork.CALENDAR;
  }

  /**
   * Returns the calendar of Nasdaq from 1990-01-01 to 2035-12-31: that of {@link #xnys} but for two
   * days on which only the New York Stock Exchange was troubled, the late open of 1995-12-18 and
   * the close at 15:56 of 2005-06-01.
   */
  public static TradingCalendar xnas() {
    return Nasdaq.CALENDAR;
  }

  /**
   * Returns the calendar of the National Stock Exchange of India from 1999-01-01 to 2035-12-31.
   *
   * <p>Regular hours in Kolkata are 09:55 to 15:30 before 2010-01-04, 09:00 to 15:30 until
   * 2010-10-15 and 09:15 to 15:30 since; from then on orders are collected from 09:00 and there is
   * trading at the closing price from 15:40 to 16:00, told here as one stretch after the close. The
   * evening (2025: afternoon) session of Diwali is a session from 2015 on, and so are the
   * extraordinary ones on weekends; those before are not in it. On 2021-02-24, after a failure,
   * trading ended at 17:00.
   *
   * <p>Which days are holidays is decreed a year ahead, most of them by the moon. Dates after
   * {@link #decreedUntil} follow the exchange's list for 2026; from 2027 on only the holidays with
   * a fixed date and Good Friday are known, about five a year of fifteen. Give the others by {@link
   * #with} once they are announced.
   */
  public static TradingCalendar xnse() {
    return India.NSE;
  }

  /**
   * Returns the calendar of BSE, the Bombay Stock Exchange, from 1999-01-01 to 2035-12-31: the days
   * and hours of {@link #xnse}, with which it is coordinated.
   */
  public static TradingCalendar xbom() {
    return India.BSE;
  }

  /**
   * Returns the calendar of the Shanghai Stock Exchange from its first day, 1990-12-19, to
   * 2035-12-31.
   *
   * <p>Hours in Shanghai are 09:30 to 15:00 with a break from 11:30 to 13:00; orders are collected
   * from 09:15. They are told so for all years, although those of the first ones differed. Days on
   * which the circuit breaker of 2016 ended trading are whole sessions here.
   *
   * <p>The government decrees the holidays a year ahead. Dates after {@link #decreedUntil} follow
   * the law of 2024: the statutory days by the solar and lunar calendars, joined to the weekend as
   * the decrees of 2025 and 2026 did it. The decree may join them in another way.
   */
  public static TradingCalendar xshg() {
    return China.SHANGHAI;
  }

  /**
   * Returns the calendar of the Shenzhen Stock Exchange from its first day, 1991-07-03, to
   * 2035-12-31: the days and hours of {@link #xshg}.
   */
  public static TradingCalendar xshe() {
    return China.SHENZHEN;
  }

  /**
   * Returns the calendar of a market that never closes: every date from 1970-01-01 to 2099-12-31 is
   * a session from midnight to midnight UTC.
   */
  public static TradingCalendar alwaysOpen() {
    return AlwaysOpen.CALENDAR;
  }

  private static final class NewYork {
    static final TradingCalendar CALENDAR = new TradingCalendar(NewYorkSessions.xnys());
  }

  private static final class Nasdaq {
    static final TradingCalendar CALENDAR = new TradingCalendar(NewYorkSessions.xnas());
  }

  private static final class India {
    static final TradingCalendar NSE = new TradingCalendar(IndiaSessions.table("XNSE"));
    static final TradingCalendar BSE = new TradingCalendar(IndiaSessions.table("XBOM"));
  }

  private static final class China {
    static final TradingCalendar SHANGHAI =
        new TradingCalendar(ChinaSessions.table("XSHG", LocalDate.of(1990, 12, 19)));
    static final TradingCalendar SHENZHEN =
        new TradingCalendar(ChinaSessions.table("XSHE", LocalDate.of(1991, 7, 3)));
  }

  private static final class AlwaysOpen {
    static final TradingCalendar CALENDAR = new TradingCalendar(table());

    private static SessionTable table() {
      LocalDate first = LocalDate.of(1970, 1, 1);
      LocalDate last = LocalDate.of(2099, 12, 31);
      SessionTable table =
          new SessionTable("24/7", ZoneOffset.UTC, first, last, last, NANOS_PER_DAY);
      for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
        long open = date.toEpochDay() * NANOS_PER_DAY;
        table.add(new Session(date, open, open + NANOS_PER_DAY, false));
      }
      return table.complete();
    }
  }

  /**
   * Returns this calendar with some days as the given changes say.
   *
   * @throws IllegalArgumentException if a date is not known or changed twice
   */
  public TradingCalendar with(Collection<CalendarChange> changes) {
    return new CalendarBuilder(this).change(changes).build();
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
   * Returns the last date whose sessions have been announced. Later ones are computed by rule and
   * may turn out otherwise.
   */
  public LocalDate decreedUntil() {
    return decreedUntil;
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
    return session < 0 ? Optional.empty() : Optional.of(sessions[session]);
  }

  /**
   * Returns the first session after the given date.
   *
   * @param afterExclusive a date known; itself not in question
   * @throws IllegalArgumentException if the date, or the next session, is not known
   */
  public Session nextSession(LocalDate afterExclusive) {
    return sessions[requireIndex(sessionsBefore(dayOf(afterExclusive) + 1), afterExclusive)];
  }

  /**
   * Returns the last session before the given date.
   *
   * @param beforeExclusive a date known; itself not in question
   * @throws IllegalArgumentException if the date, or the previous session, is not known
   */
  public Session previousSession(LocalDate beforeExclusive) {
    return sessions[requireIndex(sessionsBefore(dayOf(beforeExclusive)) - 1, beforeExclusive)];
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
    int from = sessionsBefore(dayOf(fromInclusive));
    return List.of(Arrays.copyOfRange(sessions, from, to));
  }

  /**
   * Returns whether there is continuous trading at the given instant.
   *
   * @param epochNanos epoch nanoseconds UTC
   * @throws IllegalArgumentException if the date is not known
   */
  public boolean isOpen(long epochNanos) {
    return phase(epochNanos) == Phase.REGULAR;
  }

  /**
   * Returns what the market offers at the given instant.
   *
   * @param epochNanos epoch nanoseconds UTC
   * @throws IllegalArgumentException if the date is not known
   */
  public Phase phase(long epochNanos) {
    int session = sessionOn(dayOf(epochNanos));
    return session < 0 ? Phase.CLOSED : sessions[session].phase(epochNanos);
  }

  /**
   * Returns the trading day to which the given instant belongs: that of the session whose hours,
   * the extended ones included, are not over yet. What happens after them, at night or on a
   * weekend, belongs to the next session.
   *
   * @param epochNanos epoch nanoseconds UTC
   * @throws IllegalArgumentException if the date, or the next session, is not known
   */
  public LocalDate tradingDateOf(long epochNanos) {
    int day = dayOf(epochNanos);
    int session = sessionsBefore(day);
    if (sessionOn(day) >= 0 && epochNanos >= sessions[session].postClose()) {
      session++;
    }
    return requireSessionAt(session, epochNanos).date();
  }

  /**
   * Returns the next instant at which continuous trading begins: an open, or the end of a break.
   *
   * @param afterExclusive epoch nanoseconds UTC; itself not in question
   * @throws IllegalArgumentException if the date, or the next session, is not known
   */
  public long nextOpen(long afterExclusive) {
    int day = dayOf(afterExclusive);
    int session = sessionsBefore(day);
    if (sessionOn(day) >= 0) {
      Session today = sessions[session];
      if (afterExclusive < today.open()) {
        return today.open();
      }
      if (today.hasBreak() && afterExclusive < today.breakEnd()) {
        return today.breakEnd();
      }
      session++;
    }
    return requireSessionAt(session, afterExclusive).open();
  }

  /**
   * Returns the next instant at which continuous trading ends: a close, or the start of a break.
   *
   * @param afterExclusive epoch nanoseconds UTC; itself not in question
   * @throws IllegalArgumentException if the date, or the next session, is not known
   */
  public long nextClose(long afterExclusive) {
    int day = dayOf(afterExclusive);
    int session = sessionsBefore(day);
    if (sessionOn(day) >= 0 && afterExclusive >= sessions[session].close()) {
      session++;
    }
    Session next = requireSessionAt(session, afterExclusive);
    return afterExclusive < next.breakStart() ? next.breakStart() : next.close();
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
    if (sessionOn(day) >= 0 && epochNanos >= sessions[session].close()) {
      session++;
    }
    return requireSessionAt(session, epochNanos);
  }

  private Session requireSessionAt(int session, long epochNanos) {
    if (session == sessions.length) {
      throw new IllegalArgumentException(
          code + " has no session after " + EpochNanos.toInstant(epochNanos) + " that is known");
    }
    return sessions[session];
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
    return sessions[requireIndex(session, date)].date();
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
    if (session < 0 || dayOfSession(session) < fromInclusive) {
      throw new IllegalArgumentException(
          code + " has no session from epoch day " + fromInclusive + " to " + toExclusive);
    }
    return session;
  }

  int dayOfSession(int session) {
    return (int) sessions[session].date().toEpochDay();
  }

  /** Returns a session by its index. */
  Session sessionAt(int session) {
    return sessions[session];
  }

  /** Returns the close of a session; fails if the index is beyond the last one known. */
  long close(int session) {
    if (session >= sessions.length) {
      throw new IllegalArgumentException(code + " ends with " + lastDate() + ", before the period");
    }
    return sessions[session].close();
  }

  /** Returns the lengths of the parts of a regular session; not a copy. */
  long[] regularNanos() {
    return regularNanos;
  }

  Session[] sessions() {
    return sessions;
  }

  private int requireIndex(long session, LocalDate from) {
    if (session < 0 || session >= sessions.length) {
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
