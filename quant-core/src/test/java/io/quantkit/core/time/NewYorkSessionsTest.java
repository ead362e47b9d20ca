package io.quantkit.core.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the New York calendar against two others; their differences are told in the README. */
class NewYorkSessionsTest {

  private static final TradingCalendar XNYS = TradingCalendar.xnys();
  private static final LocalTime REGULAR_OPEN = LocalTime.of(9, 30);
  private static final LocalTime REGULAR_CLOSE = LocalTime.of(16, 0);

  @Test
  void closesOnTheWeekdaysQuantLibClosesOnAndForPresidentCarter() {
    TreeSet<LocalDate> expected =
        lines("xnys_closures_quantlib").stream()
            .map(LocalDate::parse)
            .collect(toCollection(TreeSet::new));
    expected.add(LocalDate.of(2025, 1, 9));

    assertThat(weekdayClosures(XNYS.firstDate(), XNYS.lastDate().plusDays(1)))
        .isEqualTo(expected)
        .hasSize(424);
  }

  @Test
  void closesOnTheWeekdaysLeanClosesOn() {
    TreeSet<LocalDate> expected = new TreeSet<>();
    for (String line : lines("xnys_sessions_lean")) {
      String[] cells = line.split(",", -1);
      LocalDate date = LocalDate.parse(cells[1]);
      if (cells[0].equals("holiday") && weekday(date)) {
        expected.add(date);
      }
    }

    assertThat(weekdayClosures(LocalDate.of(1998, 1, 1), LocalDate.of(2029, 1, 1)))
        .isEqualTo(expected);
  }

  @Test
  void closesEarlyWhenLeanDoesAndOnFourDaysItLacks() {
    Map<LocalDate, LocalTime> expected = new TreeMap<>();
    for (String line : lines("xnys_sessions_lean")) {
      String[] cells = line.split(",", -1);
      LocalDate date = LocalDate.parse(cells[1]);
      if (cells[0].equals("early_close") && weekday(date)) {
        expected.put(date, LocalTime.parse(cells[2]));
      }
    }
    expected.put(LocalDate.of(1998, 11, 27), LocalTime.of(13, 0));
    expected.put(LocalDate.of(1998, 12, 24), LocalTime.of(13, 0));
    expected.put(LocalDate.of(1999, 12, 31), LocalTime.of(13, 0));
    expected.put(LocalDate.of(2005, 6, 1), LocalTime.of(15, 56));

    assertThat(earlyCloses(LocalDate.of(1998, 1, 1), LocalDate.of(2029, 1, 1))).isEqualTo(expected);
  }

  @Test
  void closedEarlyBefore1998AsTheExchangeLists() {
    Map<LocalDate, LocalTime> expected = new TreeMap<>();
    for (String close :
        List.of(
            "1990-12-24 14:00",
            "1991-12-24 14:00",
            "1992-11-27 14:00",
            "1992-12-24 14:00",
            "1993-11-26 13:00",
            "1994-02-11 14:30",
            "1994-11-25 13:00",
            "1995-07-03 13:00",
            "1995-11-24 13:00",
            "1996-01-08 14:00",
            "1996-07-05 13:00",
            "1996-11-29 13:00",
            "1996-12-24 13:00",
            "1997-07-03 13:00",
            "1997-10-27 15:30",
            "1997-11-28 13:00",
            "1997-12-24 13:00",
            "1997-12-26 13:00")) {
      expected.put(LocalDate.parse(close.substring(0, 10)), LocalTime.parse(close.substring(11)));
    }

    assertThat(earlyCloses(LocalDate.of(1990, 1, 1), LocalDate.of(1998, 1, 1))).isEqualTo(expected);
  }

  @Test
  void opensAtHalfPastNineInNewYorkThroughEveryClockChangeButOnFourDays() {
    Map<LocalDate, LocalTime> late = new TreeMap<>();
    for (Session session : XNYS.sessions(XNYS.firstDate(), XNYS.lastDate().plusDays(1))) {
      LocalTime open = session.openInstant().atZone(XNYS.zone()).toLocalTime();
      if (!open.equals(REGULAR_OPEN)) {
        late.put(session.date(), open);
      }
    }

    assertThat(late)
        .containsExactly(
            Map.entry(LocalDate.of(1990, 12, 27), LocalTime.of(11, 0)),
            Map.entry(LocalDate.of(1995, 12, 18), LocalTime.of(10, 30)),
            Map.entry(LocalDate.of(1996, 1, 8), LocalTime.of(11, 0)),
            Map.entry(LocalDate.of(2002, 9, 11), LocalTime.of(12, 0)));
  }

  @Test
  void marksExactlyTheSessionsThatEndBeforeFourAsEarly() {
    for (Session session : XNYS.sessions(XNYS.firstDate(), XNYS.lastDate().plusDays(1))) {
      LocalTime close = session.closeInstant().atZone(XNYS.zone()).toLocalTime();
      assertThat(session.earlyClose()).isEqualTo(close.isBefore(REGULAR_CLOSE));
      assertThat(close).isBeforeOrEqualTo(REGULAR_CLOSE);
      assertThat(session.openInstant().atZone(XNYS.zone()).toLocalDate()).isEqualTo(session.date());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1993-12-31",
        "1999-12-31",
        "2004-12-31",
        "2010-12-31",
        "2021-12-31",
        "2027-12-31"
      })
  void tradesOnTheLastDayOfTheYearThoughNewYearsDayIsASaturday(LocalDate date) {
    assertThat(XNYS.isSession(date)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1997-01-20, true", // Martin Luther King Day before it was kept
    "1998-01-19, false",
    "2021-06-18, true", // Juneteenth before it was kept
    "2022-06-20, false",
    "2027-06-18, false",
    "2023-10-09, true", // Columbus Day
    "2024-11-11, true", // Veterans Day
    "2020-07-03, false",
    "2021-07-05, false",
    "2022-12-26, false",
    "2021-12-24, false"
  })
  void keepsHolidaysAsTheirHistoryAndObservanceSay(LocalDate date, boolean session) {
    assertThat(XNYS.isSession(date)).isEqualTo(session);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1818-03-22",
        "1943-04-25",
        "1954-04-18",
        "1981-04-19",
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2024-03-31",
        "2025-04-20",
        "2038-04-25",
        "2285-03-22"
      })
  void findsEasterSunday(LocalDate easter) {
    assertThat(NewYorkSessions.easter(easter.getYear())).isEqualTo(easter);
  }

  private static TreeSet<LocalDate> weekdayClosures(
      LocalDate fromInclusive, LocalDate toExclusive) {
    return fromInclusive
        .datesUntil(toExclusive)
        .filter(date -> weekday(date) && !XNYS.isSession(date))
        .collect(toCollection(TreeSet::new));
  }

  private static Map<LocalDate, LocalTime> earlyCloses(
      LocalDate fromInclusive, LocalDate toExclusive) {
    Map<LocalDate, LocalTime> closes = new TreeMap<>();
    for (Session session : XNYS.sessions(fromInclusive, toExclusive)) {
      if (session.earlyClose()) {
        closes.put(session.date(), session.closeInstant().atZone(XNYS.zone()).toLocalTime());
      }
    }
    return closes;
  }

  private static boolean weekday(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }

  /** Returns the lines of a golden file but its head. */
  private static List<String> lines(String name) {
    String path = "/golden/calendars/" + name + ".csv.gz";
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    requireNonNull(NewYorkSessionsTest.class.getResourceAsStream(path), path)),
                UTF_8))) {
      return reader.lines().skip(1).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
