package io.quantkit.core.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The sessions of India's exchanges, which keep the same days and hours. */
final class IndiaSessions {

  private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
  private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2035, 12, 31);
  private static final LocalDate DECREED = LocalDate.of(2025, 12, 31);

  private static final LocalTime CLOSE = LocalTime.of(15, 30);
  private static final Hours UNTIL_2009 = Hours.of(LocalTime.of(9, 55), CLOSE);
  private static final Hours EARLY_2010 = Hours.of(LocalTime.of(9, 0), CLOSE);
  private static final Hours SINCE_OCTOBER_2010 =
      Hours.of(LocalTime.of(9, 15), CLOSE).extended(LocalTime.of(9, 0), LocalTime.of(16, 0));

  /** The first year not in the table. */
  private static final int COMPUTED = 2027;

  private IndiaSessions() {}

  /** Returns the columns of an exchange's calendar. */
  static SessionTable table(String code) {
    Set<LocalDate> closures = Closures.read("closures-india.txt");
    Map<LocalDate, Hours> special = special();
    SessionTable table =
        new SessionTable(code, ZONE, FIRST, LAST, DECREED, SINCE_OCTOBER_2010.parts());
    for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
      Hours hours = special.get(date);
      if (hours != null) {
        table.add(hours.on(date, ZONE, hours.close().isBefore(CLOSE)));
      } else if (!CalendarBuilder.weekend(date)
          && !closures.contains(date)
          && !(date.getYear() >= COMPUTED && fixedHoliday(date))) {
        table.add(regular(date).on(date, ZONE, false));
      }
    }
    return table.complete();
  }

  private static Hours regular(LocalDate date) {
    if (date.isBefore(LocalDate.of(2010, 1, 4))) {
      return UNTIL_2009;
    }
    return date.isBefore(LocalDate.of(2010, 10, 18)) ? EARLY_2010 : SINCE_OCTOBER_2010;
  }

  /** Tells the holidays whose dates need no moon of India's. */
  private static boolean fixedHoliday(LocalDate date) {
    int monthAndDay = date.getMonthValue() * 100 + date.getDayOfMonth();
    return switch (monthAndDay) {
      case 126, 414, 501, 815, 1002, 1225 -> true;
      default -> date.equals(NewYorkSessions.easter(date.getYear()).minusDays(2));
    };
  }

  private static Map<LocalDate, Hours> special() {
    Map<LocalDate, Hours> hours = new HashMap<>();
    // Diwali
    hours.put(LocalDate.of(2015, 11, 11), evening(17, 45, 18, 45));
    hours.put(LocalDate.of(2016, 10, 30), evening(18, 30, 19, 30));
    hours.put(LocalDate.of(2017, 10, 19), evening(18, 30, 19, 30));
    hours.put(LocalDate.of(2018, 11, 7), evening(17, 30, 18, 30));
    hours.put(LocalDate.of(2019, 10, 27), evening(18, 15, 19, 15));
    hours.put(LocalDate.of(2020, 11, 14), evening(18, 15, 19, 15));
    hours.put(LocalDate.of(2021, 11, 4), evening(18, 15, 19, 15));
    hours.put(LocalDate.of(2022, 10, 24), evening(18, 15, 19, 15));
    hours.put(LocalDate.of(2023, 11, 12), evening(18, 15, 19, 15));
    hours.put(LocalDate.of(2024, 11, 1), evening(18, 0, 19, 0));
    hours.put(LocalDate.of(2025, 10, 21), evening(13, 45, 14, 45));
    // the budget, on a weekend
    hours.put(LocalDate.of(2015, 2, 28), SINCE_OCTOBER_2010);
    hours.put(LocalDate.of(2020, 2, 1), SINCE_OCTOBER_2010);
    hours.put(LocalDate.of(2025, 2, 1), SINCE_OCTOBER_2010);
    hours.put(LocalDate.of(2026, 2, 1), SINCE_OCTOBER_2010);
    // a Saturday for the Monday that was declared a holiday
    hours.put(LocalDate.of(2024, 1, 20), SINCE_OCTOBER_2010);
    // tests of the site for disasters
    Hours test =
        Hours.of(LocalTime.of(9, 15), LocalTime.of(12, 30))
            .withBreak(LocalTime.of(10, 0), LocalTime.of(11, 30));
    hours.put(LocalDate.of(2024, 3, 2), test);
    hours.put(LocalDate.of(2024, 5, 18), test);
    // a failure of the National Stock Exchange, made up for in the evening
    hours.put(
        LocalDate.of(2021, 2, 24),
        Hours.of(LocalTime.of(9, 15), LocalTime.of(17, 0))
            .extended(LocalTime.of(9, 0), LocalTime.of(17, 0)));
    return hours;
  }

  private static Hours evening(int hour, int minute, int endHour, int endMinute) {
    return Hours.of(LocalTime.of(hour, minute), LocalTime.of(endHour, endMinute));
  }
}
