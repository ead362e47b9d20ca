package io.quantkit.core.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The sessions of the New York Stock Exchange from 1990 to 2035: its rule on hours and holidays
 * (51, now 7.2) with its history, and its own list of special closings.
 *
 * <p>The list tells the extra quarter of an hour on 2009-07-02 for orders that a failure had held
 * up; as nothing else traded in it, it is not here. The list omits the early close of 1999-12-31,
 * which the exchange announced in 1999 and the prices of that day confirm.
 */
final class NewYorkSessions {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2035, 12, 31);

  /** The exchange announces its holidays about three years ahead. */
  private static final LocalDate DECREED = LocalDate.of(2027, 12, 31);

  private static final LocalTime PRE_OPEN = LocalTime.of(4, 0);
  private static final LocalTime POST_CLOSE = LocalTime.of(20, 0);
  private static final LocalTime EARLY_POST_CLOSE = LocalTime.of(17, 0);
  private static final LocalTime OPEN = LocalTime.of(9, 30);
  private static final LocalTime CLOSE = LocalTime.of(16, 0);

  /** The weekdays on which the exchange stayed closed though the rules would have opened it. */
  private static final Set<LocalDate> SPECIAL_CLOSINGS =
      Set.of(
          LocalDate.of(1994, 4, 27), // funeral of President Nixon
          LocalDate.of(2001, 9, 11), // attack on the World Trade Center
          LocalDate.of(2001, 9, 12),
          LocalDate.of(2001, 9, 13),
          LocalDate.of(2001, 9, 14),
          LocalDate.of(2004, 6, 11), // funeral of President Reagan
          LocalDate.of(2007, 1, 2), // mourning for President Ford
          LocalDate.of(2012, 10, 29), // Hurricane Sandy
          LocalDate.of(2012, 10, 30),
          LocalDate.of(2018, 12, 5), // mourning for President George H. W. Bush
          LocalDate.of(2025, 1, 9)); // mourning for President Carter

  /** The days that opened an hour or more late. */
  private static final Map<LocalDate, LocalTime> LATE_OPENS =
      Map.of(
          LocalDate.of(1990, 12, 27), LocalTime.of(11, 0), // power failure
          LocalDate.of(1995, 12, 18), LocalTime.of(10, 30), // computer trouble
          LocalDate.of(1996, 1, 8), LocalTime.of(11, 0), // snow
          LocalDate.of(2002, 9, 11), LocalTime.of(12, 0)); // commemoration of 2001-09-11

  /** The days that closed early though no rule said so. */
  private static final Map<LocalDate, LocalTime> SPECIAL_CLOSES =
      Map.of(
          LocalDate.of(1994, 2, 11), LocalTime.of(14, 30), // snow
          LocalDate.of(1996, 1, 8), LocalTime.of(14, 0), // snow
          LocalDate.of(1997, 10, 27), LocalTime.of(15, 30), // circuit breaker, not reopened
          LocalDate.of(1997, 12, 26), LocalTime.of(13, 0), // day after Christmas
          LocalDate.of(1999, 12, 31), LocalTime.of(13, 0), // eve of the year 2000
          LocalDate.of(2003, 12, 26), LocalTime.of(13, 0), // day after Christmas
          LocalDate.of(2005, 6, 1), LocalTime.of(15, 56)); // failure of communications

  /** The days on which only the New York Stock Exchange, not Nasdaq, kept other hours. */
  private static final Set<LocalDate> NASDAQ_REGULAR =
      Set.of(LocalDate.of(1995, 12, 18), LocalDate.of(2005, 6, 1));

  private NewYorkSessions() {}

  /** Returns the columns of the calendar of the New York Stock Exchange. */
  static SessionTable xnys() {
    return table("XNYS", Set.of());
  }

  /** Returns the columns of Nasdaq's calendar. */
  static SessionTable xnas() {
    return table("XNAS", NASDAQ_REGULAR);
  }

  private static SessionTable table(String code, Set<LocalDate> regular) {
    SessionTable table =
        new SessionTable(code, ZONE, FIRST, LAST, DECREED, Hours.of(OPEN, CLOSE).parts());
    for (int year = FIRST.getYear(); year <= LAST.getYear(); year++) {
      Set<LocalDate> holidays = holidays(year);
      Map<LocalDate, LocalTime> closes = earlyCloses(year);
      LocalDate end = LocalDate.of(year + 1, 1, 1);
      for (LocalDate date = LocalDate.of(year, 1, 1); date.isBefore(end); date = date.plusDays(1)) {
        if (!CalendarBuilder.weekend(date)
            && !holidays.contains(date)
            && !SPECIAL_CLOSINGS.contains(date)) {
          boolean special = !regular.contains(date);
          LocalTime ruled = closes.getOrDefault(date, CLOSE);
          LocalTime close = special ? SPECIAL_CLOSES.getOrDefault(date, ruled) : ruled;
          LocalTime open = special ? LATE_OPENS.getOrDefault(date, OPEN) : OPEN;
          LocalTime postClose = close.isBefore(CLOSE) ? EARLY_POST_CLOSE : POST_CLOSE;
          Hours hours = Hours.of(open, close).extended(PRE_OPEN, postClose);
          table.add(hours.on(date, ZONE, close.isBefore(CLOSE)));
        }
      }
    }
    return table.complete();
  }

  /** Returns the days on which the rules close the exchange; some fall on weekends. */
  private static Set<LocalDate> holidays(int year) {
    Set<LocalDate> days = new HashSet<>();
    LocalDate newYear = LocalDate.of(year, 1, 1);
    if (newYear.getDayOfWeek() != SATURDAY) { // the Friday before ends the year, so it stays open
      days.add(observed(newYear));
    }
    if (year >= 1998) { // Martin Luther King Day
      days.add(nth(3, MONDAY, year, Month.JANUARY));
    }
    days.add(nth(3, MONDAY, year, Month.FEBRUARY)); // Washington's Birthday
    days.add(easter(year).minusDays(2)); // Good Friday
    days.add(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY))); // Memorial Day
    if (year >= 2022) { // Juneteenth
      days.add(observed(LocalDate.of(year, 6, 19)));
    }
    days.add(observed(LocalDate.of(year, 7, 4))); // Independence Day
    days.add(nth(1, MONDAY, year, Month.SEPTEMBER)); // Labor Day
    days.add(thanksgiving(year));
    days.add(observed(LocalDate.of(year, 12, 25))); // Christmas
    return days;
  }

  /**
   * Returns the hours at which the rules close the exchange early: the day after Thanksgiving,
   * Christmas Eve and around Independence Day, at 13:00 since 1993 and at 14:00 before. Days that
   * turn out to be holidays or weekends do not matter.
   */
  private static Map<LocalDate, LocalTime> earlyCloses(int year) {
    LocalTime hour = LocalTime.of(year < 1993 ? 14 : 13, 0);
    Map<LocalDate, LocalTime> closes = new HashMap<>();
    LocalDate christmasEve = LocalDate.of(year, 12, 24);
    if (christmasEve.getDayOfWeek() != FRIDAY) {
      closes.put(christmasEve, hour);
    }
    if (year >= 1992) {
      closes.put(thanksgiving(year).plusDays(1), hour);
    }
    LocalDate independenceDay = LocalDate.of(year, 7, 4);
    DayOfWeek weekday = independenceDay.getDayOfWeek();
    if (year >= 1995 && weekday != MONDAY && !CalendarBuilder.weekend(independenceDay)) {
      boolean friday = weekday == THURSDAY && year < 2013; // the day after instead of the Wednesday
      closes.put(friday ? independenceDay.plusDays(1) : independenceDay.minusDays(1), hour);
    }
    return closes;
  }

  /** Moves a holiday off the weekend: Saturday to the Friday before, Sunday to the Monday after. */
  private static LocalDate observed(LocalDate holiday) {
    return switch (holiday.getDayOfWeek()) {
      case SATURDAY -> holiday.minusDays(1);
      case SUNDAY -> holiday.plusDays(1);
      default -> holiday;
    };
  }

  private static LocalDate thanksgiving(int year) {
    return nth(4, THURSDAY, year, Month.NOVEMBER);
  }

  private static LocalDate nth(int ordinal, DayOfWeek weekday, int year, Month month) {
    return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, weekday));
  }

  /** Returns Easter Sunday of the Gregorian calendar (Butcher 1876, as in Meeus, ch. 8). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int epactDays = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int toSunday = (32 + 2 * (b % 4) + 2 * (c / 4) - epactDays - c % 4) % 7;
    int late = (a + 11 * epactDays + 22 * toSunday) / 451;
    int days = epactDays + toSunday - 7 * late + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }
}
