package io.quantkit.core.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the calendars of India and China against others; their differences are in the README. */
class AsianSessionsTest {

  private static final TradingCalendar XNSE = TradingCalendar.xnse();
  private static final TradingCalendar XSHG = TradingCalendar.xshg();

  @Test
  void shanghaiClosesOnTheWeekdaysQuantLibClosesOn() {
    TreeSet<LocalDate> expected = dates("xshg_closures_quantlib", "2004-01-01", "2023-01-01");
    expected.removeIf(
        date ->
            date.getYear() < 2008
                && List.of("04-04", "06-09", "09-15").contains(date.toString().substring(5)));

    assertThat(closures(XSHG, "2004-01-01", "2023-01-01")).isEqualTo(expected);
  }

  @Test
  void shenzhenKeepsTheDaysOfShanghai() {
    assertThat(closures(TradingCalendar.xshe(), "1991-07-03", "2036-01-01"))
        .isEqualTo(closures(XSHG, "1991-07-03", "2036-01-01"));
  }

  @Test
  void indiaClosesOnTheWeekdaysQuantLibClosesOnWhereItsTablesAreComplete() {
    TreeSet<LocalDate> expected = dates("xnse_closures_quantlib", "2005-01-01", "2014-01-01");
    expected.addAll(dates("xnse_closures_quantlib", "2019-01-01", "2021-01-01"));
    Stream.of(
            "2019-02-19",
            "2019-04-01",
            "2020-02-19",
            "2020-03-25",
            "2020-04-01",
            "2020-05-07",
            "2020-10-30",
            "2013-11-14")
        .map(LocalDate::parse)
        .forEach(expected::remove);
    Stream.of(
            "2005-07-28",
            "2005-11-04",
            "2008-11-27",
            "2009-04-30",
            "2009-10-13",
            "2012-11-13",
            "2013-11-15")
        .map(LocalDate::parse)
        .forEach(expected::add);

    TreeSet<LocalDate> actual = closures(XNSE, "2005-01-01", "2014-01-01");
    actual.addAll(closures(XNSE, "2019-01-01", "2021-01-01"));
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void indiaClosesOnTheWeekdaysLeanClosesOnButForTheEveningsOfDiwali() {
    TreeSet<LocalDate> expected = dates("india_closures_lean", "2014-01-01", "2022-01-01");
    expected.addAll(Stream.of("2014-10-23").map(LocalDate::parse).collect(Collectors.toSet()));
    expected.removeIf(XNSE::isSession);

    assertThat(closures(XNSE, "2014-01-01", "2022-01-01")).isEqualTo(expected);
    assertThat(
            dates("india_closures_lean", "2014-01-01", "2022-01-01").stream()
                .filter(XNSE::isSession))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2009-12-31, 09:55, 15:30",
    "2010-01-04, 09:00, 15:30",
    "2010-10-15, 09:00, 15:30",
    "2010-10-18, 09:15, 15:30",
    "2019-07-09, 09:15, 15:30",
    "2020-02-01, 09:15, 15:30",
    "2020-11-14, 18:15, 19:15",
    "2021-02-24, 09:15, 17:00",
    "2024-03-02, 09:15, 12:30"
  })
  void indiaKeepsItsHours(LocalDate date, LocalTime open, LocalTime close) {
    Session session = XNSE.session(date).orElseThrow();

    assertThat(session.openInstant().atZone(XNSE.zone()).toLocalTime()).isEqualTo(open);
    assertThat(session.closeInstant().atZone(XNSE.zone()).toLocalTime()).isEqualTo(close);
    assertThat(TradingCalendar.xbom().session(date)).contains(session);
  }

  @Test
  void shanghaiBreaksForLunch() {
    Session session = XSHG.session(LocalDate.of(2024, 6, 3)).orElseThrow();
    long elevenThirty = session.open() + 2 * 3_600_000_000_000L;

    assertThat(session.hasBreak()).isTrue();
    assertThat(session.breakStart()).isEqualTo(elevenThirty);
    assertThat(session.nanos()).isEqualTo(4 * 3_600_000_000_000L);
    assertThat(XSHG.phase(elevenThirty - 1)).isEqualTo(Phase.REGULAR);
    assertThat(XSHG.phase(elevenThirty)).isEqualTo(Phase.BREAK);
    assertThat(XSHG.isOpen(elevenThirty)).isFalse();
    assertThat(XSHG.nextOpen(elevenThirty)).isEqualTo(session.breakEnd());
    assertThat(XSHG.nextClose(session.open())).isEqualTo(elevenThirty);
    assertThat(XSHG.nextClose(elevenThirty)).isEqualTo(session.close());
    assertThat(Timeframe.HOUR_4.starts(session, XSHG))
        .containsExactly(session.open(), session.breakEnd());
    assertThat(Timeframe.MINUTE_15.starts(session, XSHG)).hasSize(16);
    assertThat(Timeframe.MINUTE_15.barsPerYear(XSHG)).isEqualTo(16 * XSHG.sessionsPerYear());
  }

  @Test
  void saysFromWhenOnItsDatesAreComputed() {
    assertThat(XSHG.decreedUntil()).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(XNSE.decreedUntil()).isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(XSHG.isSession(LocalDate.of(2027, 2, 8))).isFalse(); // after the lunar new year
    assertThat(XSHG.isSession(LocalDate.of(2028, 10, 2))).isFalse();
    assertThat(XNSE.isSession(LocalDate.of(2027, 1, 26))).isFalse();
  }

  private static TreeSet<LocalDate> closures(TradingCalendar calendar, String from, String to) {
    TreeSet<LocalDate> closed = new TreeSet<>();
    LocalDate end = LocalDate.parse(to);
    for (LocalDate date = LocalDate.parse(from); date.isBefore(end); date = date.plusDays(1)) {
      if (!CalendarBuilder.weekend(date) && !calendar.isSession(date)) {
        closed.add(date);
      }
    }
    return closed;
  }

  private static TreeSet<LocalDate> dates(String name, String from, String to) {
    String path = "/golden/calendars/" + name + ".csv.gz";
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    requireNonNull(AsianSessionsTest.class.getResourceAsStream(path), path)),
                UTF_8))) {
      return reader
          .lines()
          .map(LocalDate::parse)
          .filter(date -> !date.isBefore(LocalDate.parse(from)))
          .filter(date -> date.isBefore(LocalDate.parse(to)))
          .filter(date -> !CalendarBuilder.weekend(date))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
