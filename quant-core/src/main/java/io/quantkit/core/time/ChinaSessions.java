package io.quantkit.core.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/**
 * The sessions of the exchanges of mainland China: the days of the government's decrees, which join
 * holidays to weekends; the working weekends with which they make up for it are no trading days.
 */
final class ChinaSessions {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate LAST = LocalDate.of(2035, 12, 31);
  private static final LocalDate DECREED = LocalDate.of(2026, 12, 31);

  private static final Hours HOURS =
      Hours.of(LocalTime.of(9, 30), LocalTime.of(15, 0))
          .withBreak(LocalTime.of(11, 30), LocalTime.of(13, 0))
          .extended(LocalTime.of(9, 15), LocalTime.of(15, 0));

  /** The first year not in the table. */
  private static final int COMPUTED = 2027;

  /** New year's day of the lunar calendar, each year from {@link #COMPUTED}. */
  private static final int[] NEW_YEAR = {206, 126, 213, 203, 123, 211, 131, 219, 208};

  /** Qingming, the solar term at 15 degrees, each year from {@link #COMPUTED}. */
  private static final int[] QINGMING = {405, 404, 404, 405, 405, 404, 404, 405, 405};

  /** The fifth day of the fifth lunar month, each year from {@link #COMPUTED}. */
  private static final int[] DRAGON_BOAT = {609, 528, 616, 605, 624, 612, 601, 620, 610};

  /** The fifteenth day of the eighth lunar month, each year from {@link #COMPUTED}. */
  private static final int[] MID_AUTUMN = {915, 1003, 922, 912, 1001, 919, 908, 927, 916};

  private ChinaSessions() {}

  /** Returns the columns of an exchange's calendar. */
  static SessionTable table(String code, LocalDate first) {
    Set<LocalDate> closures = Closures.read("closures-china.txt");
    for (int year = COMPUTED; year <= LAST.getYear(); year++) {
      addComputed(year, closures);
    }
    SessionTable table = new SessionTable(code, ZONE, first, LAST, DECREED, HOURS.parts());
    for (LocalDate date = first; !date.isAfter(LAST); date = date.plusDays(1)) {
      if (!CalendarBuilder.weekend(date) && !closures.contains(date)) {
        table.add(HOURS.on(date, ZONE, false));
      }
    }
    return table.complete();
  }

  private static void addComputed(int year, Set<LocalDate> closures) {
    int i = year - COMPUTED;
    addJoined(LocalDate.of(year, 1, 1), closures);
    addRun(date(year, NEW_YEAR[i]).minusDays(1), 8, closures);
    addJoined(date(year, QINGMING[i]), closures);
    addRun(LocalDate.of(year, 5, 1), 5, closures);
    addJoined(date(year, DRAGON_BOAT[i]), closures);
    LocalDate midAutumn = date(year, MID_AUTUMN[i]);
    boolean together = !midAutumn.isBefore(LocalDate.of(year, 9, 29));
    addRun(LocalDate.of(year, 10, 1), together ? 8 : 7, closures);
    addJoined(midAutumn, closures);
  }

  private static void addRun(LocalDate from, int days, Set<LocalDate> closures) {
    for (int i = 0; i < days; i++) {
      closures.add(from.plusDays(i));
    }
  }

  /** Adds a holiday of one day and what joins it to the weekend. */
  private static void addJoined(LocalDate holiday, Set<LocalDate> closures) {
    Set<LocalDate> days = new HashSet<>();
    days.add(holiday);
    DayOfWeek weekday = holiday.getDayOfWeek();
    switch (weekday) {
      case SATURDAY -> days.add(holiday.plusDays(2));
      case SUNDAY, THURSDAY -> days.add(holiday.plusDays(1));
      case TUESDAY -> days.add(holiday.minusDays(1));
      default -> {}
    }
    closures.addAll(days);
  }

  private static LocalDate date(int year, int monthAndDay) {
    return LocalDate.of(year, monthAndDay / 100, monthAndDay % 100);
  }
}
