package io.quantkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarLawsTest {

  private static final List<TradingCalendar> ALL =
      List.of(
          TradingCalendar.xnys(),
          TradingCalendar.xnas(),
          TradingCalendar.xnse(),
          TradingCalendar.xbom(),
          TradingCalendar.xshg(),
          TradingCalendar.xshe(),
          TradingCalendar.alwaysOpen());

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2024, 12, 31);

  @Provide
  Arbitrary<TradingCalendar> calendars() {
    return Arbitraries.of(ALL);
  }

  @Provide
  Arbitrary<Timeframe> intraday() {
    return Arbitraries.of("1m", "5m", "7m", "15m", "30m", "1h", "2h", "4h").map(Timeframe::parse);
  }

  /** Dates of which half lie within three days of a change of New York's clocks. */
  @Provide
  Arbitrary<LocalDate> dates() {
    Arbitrary<LocalDate> any =
        Arbitraries.longs()
            .between(LocalDate.of(2000, 1, 1).toEpochDay(), LocalDate.of(2035, 12, 20).toEpochDay())
            .map(LocalDate::ofEpochDay);
    ZoneId zone = ZoneId.of("America/New_York");
    Arbitrary<LocalDate> nearClockChange =
        any.flatMap(
            date -> {
              LocalDate change =
                  zone.getRules()
                      .previousTransition(date.atStartOfDay(zone).toInstant())
                      .getInstant()
                      .atZone(zone)
                      .toLocalDate();
              return Arbitraries.integers().between(-3, 3).map(change::plusDays);
            });
    return Arbitraries.oneOf(any, nearClockChange);
  }

  @Property
  void barsFillTheSessionAndNothingElse(
      @ForAll("calendars") TradingCalendar calendar,
      @ForAll("dates") LocalDate date,
      @ForAll("intraday") Timeframe timeframe) {
    Session session = calendar.nextSession(date);
    long filled = 0;
    long known = Long.MIN_VALUE;
    for (long start : timeframe.starts(session, calendar)) {
      long end = timeframe.endOf(start, calendar);
      assertThat(start).isGreaterThanOrEqualTo(known);
      assertThat(timeframe.startOf(start, calendar)).isEqualTo(start);
      assertThat(timeframe.startOf(end - 1, calendar)).isEqualTo(start);
      assertThat(session.contains(start) && session.contains(end - 1)).isTrue();
      assertThat(end - start).isLessThanOrEqualTo(timeframe.nanos());
      filled += end - start;
      known = end;
    }
    assertThat(filled).isEqualTo(session.nanos());
    assertThat(known).isEqualTo(session.close());
  }

  @Property
  void everyInstantHasOneBarThatContainsIt(
      @ForAll("calendars") TradingCalendar calendar,
      @ForAll("dates") LocalDate date,
      @ForAll("intraday") Timeframe timeframe,
      @ForAll int seed) {
    long day = EpochNanos.of(date.atStartOfDay(calendar.zone()).toInstant());
    long instant = day + Math.floorMod(seed * 40_000_009L, 86_400L) * 1_000_000_000L;

    long start = timeframe.startOf(instant, calendar);
    long end = timeframe.endOf(start, calendar);

    assertThat(instant).isGreaterThanOrEqualTo(start).isLessThan(end);
    assertThat(calendar.phase(start) == Phase.REGULAR)
        .isEqualTo(calendar.phase(instant) == Phase.REGULAR);
  }

  @Property
  void hoursInTheMarketsZoneDoNotMoveWithItsClocks(@ForAll("dates") LocalDate date) {
    Session session = TradingCalendar.xnys().nextSession(date);
    ZoneId zone = TradingCalendar.xnys().zone();
    boolean late = session.openInstant().atZone(zone).toLocalTime().isAfter(LocalTime.of(9, 30));

    assertThat(late || session.openInstant().atZone(zone).toLocalTime().equals(LocalTime.of(9, 30)))
        .isTrue();
    assertThat(session.date()).isEqualTo(session.closeInstant().atZone(zone).toLocalDate());
    assertThat(EpochNanos.toInstant(session.preOpen()).atZone(zone).toLocalTime())
        .isEqualTo(LocalTime.of(4, 0));
  }

  @Property
  void opensAndClosesAlternate(
      @ForAll("calendars") TradingCalendar calendar, @ForAll("dates") LocalDate date) {
    long at = calendar.nextSession(date).open() - 1;
    long open = calendar.nextOpen(at);
    long close = calendar.nextClose(open);

    assertThat(open).isEqualTo(at + 1);
    assertThat(calendar.phase(open)).isEqualTo(Phase.REGULAR);
    assertThat(calendar.isOpen(close - 1)).isTrue();
    assertThat(calendar.nextOpen(open)).isGreaterThanOrEqualTo(close);
  }

  @Property
  void aTradingDayLastsUntilItsLastHourIsOver(
      @ForAll("calendars") TradingCalendar calendar, @ForAll("dates") LocalDate date) {
    Session session = calendar.nextSession(date);

    assertThat(calendar.tradingDateOf(session.preOpen())).isEqualTo(session.date());
    assertThat(calendar.tradingDateOf(session.postClose() - 1)).isEqualTo(session.date());
    assertThat(calendar.tradingDateOf(session.postClose())).isAfter(session.date());
  }

  @Test
  void newYorkHasExtendedHours() {
    TradingCalendar xnys = TradingCalendar.xnys();
    Session early = xnys.session(LocalDate.of(2024, 11, 29)).orElseThrow();

    assertThat(xnys.phase(early.open() - 1)).isEqualTo(Phase.PRE_MARKET);
    assertThat(xnys.phase(early.close())).isEqualTo(Phase.POST_MARKET);
    assertThat(xnys.phase(early.postClose())).isEqualTo(Phase.CLOSED);
    assertThat(EpochNanos.toInstant(early.postClose()).atZone(xnys.zone()).toLocalTime())
        .isEqualTo(LocalTime.of(17, 0));
  }

  @Test
  void nasdaqWentOnWhenOnlyNewYorkWasTroubled() {
    for (LocalDate date : List.of(LocalDate.of(1995, 12, 18), LocalDate.of(2005, 6, 1))) {
      long regular = TradingCalendar.xnas().session(date).orElseThrow().nanos();
      assertThat(regular).isEqualTo(6 * 3_600_000_000_000L + 1_800_000_000_000L);
      assertThat(TradingCalendar.xnys().session(date).orElseThrow().nanos()).isLessThan(regular);
    }
  }

  @Test
  void oneDayBarsAreAsLongAsSessions() {
    TradingCalendar xshg = TradingCalendar.xshg();
    Session session = xshg.session(LocalDate.of(2024, 6, 3)).orElseThrow();
    long[] starts = Timeframe.DAY_1.starts(session, xshg);

    assertThat(starts).hasSize(1);
    assertThat(Timeframe.DAY_1.endOf(starts[0], xshg)).isEqualTo(session.close());
    assertThatThrownBy(() -> Timeframe.WEEK_1.starts(session, xshg))
        .hasMessageContaining("longer than a session");
  }

  @Test
  void buildsCalendarsOfOnesOwn() {
    TradingCalendar calendar =
        TradingCalendar.builder("TEST", ZoneId.of("Europe/London"), FIRST, LAST)
            .hours(LocalTime.of(8, 0), LocalTime.of(16, 30))
            .change(List.of(CalendarChange.closed(LocalDate.of(2024, 12, 25))))
            .change(
                List.of(
                    CalendarChange.hours(
                        LocalDate.of(2024, 12, 24), LocalTime.of(8, 0), LocalTime.of(12, 30))))
            .decreedUntil(LocalDate.of(2024, 6, 30))
            .build();

    assertThat(calendar.isSession(LocalDate.of(2024, 12, 25))).isFalse();
    assertThat(calendar.session(LocalDate.of(2024, 12, 24)).orElseThrow().earlyClose()).isTrue();
    assertThat(calendar.session(LocalDate.of(2024, 12, 23)).orElseThrow().earlyClose()).isFalse();
    assertThat(calendar.decreedUntil()).isEqualTo(LocalDate.of(2024, 6, 30));
    assertThat(Timeframe.HOUR_1.barsPerYear(calendar)).isEqualTo(9 * calendar.sessionsPerYear());
    assertThatThrownBy(() -> TradingCalendar.builder("X", ZoneId.of("UTC"), FIRST, LAST).build())
        .hasMessageContaining("hours must be given");
    assertThatThrownBy(() -> TradingCalendar.builder("X", ZoneId.of("UTC"), LAST, FIRST))
        .hasMessageContaining("last date must not be before the first");
  }

  @Test
  void changesDaysOfACalendarThatExists() {
    LocalDate holi = LocalDate.of(2027, 3, 22);
    LocalDate diwali = LocalDate.of(2027, 10, 30);
    TradingCalendar changed =
        TradingCalendar.xnse()
            .with(
                List.of(
                    CalendarChange.closed(holi),
                    CalendarChange.hours(diwali, LocalTime.of(18, 15), LocalTime.of(19, 15))));

    assertThat(TradingCalendar.xnse().isSession(holi)).isTrue();
    assertThat(changed.isSession(holi)).isFalse();
    assertThat(changed.session(diwali).orElseThrow().nanos()).isEqualTo(3_600_000_000_000L);
    assertThat(changed.session(LocalDate.of(2024, 3, 4)))
        .isEqualTo(TradingCalendar.xnse().session(LocalDate.of(2024, 3, 4)));
    assertThatThrownBy(
            () ->
                TradingCalendar.xnse()
                    .with(List.of(CalendarChange.closed(holi), CalendarChange.closed(holi))))
        .hasMessageContaining("2027-03-22 is twice");
    assertThatThrownBy(
            () ->
                TradingCalendar.xnse()
                    .with(List.of(CalendarChange.closed(LocalDate.of(2040, 1, 1)))))
        .hasMessageContaining("must be within 1999-01-01 to 2035-12-31, was 2040-01-01");
  }

  @Test
  void readsChangesFromAFile(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("changes.csv");
    Files.writeString(
        file, "date,open,close\n# announced in December\n2027-03-22,,\n\n2027-10-30,18:15,19:15\n");
    Path wrong = directory.resolve("wrong.csv");
    Files.writeString(wrong, "date,open,close\n2027-03-22,,\n2027-13-01,,\n");

    assertThat(CalendarChange.read(file))
        .containsExactly(
            CalendarChange.closed(LocalDate.of(2027, 3, 22)),
            CalendarChange.hours(
                LocalDate.of(2027, 10, 30), LocalTime.of(18, 15), LocalTime.of(19, 15)));
    assertThatThrownBy(() -> CalendarChange.read(wrong))
        .isInstanceOf(DataCorruptionException.class)
        .hasMessageContaining("wrong.csv line 3")
        .hasMessageContaining("was '2027-13-01,,'");
    assertThatThrownBy(() -> CalendarChange.read(directory.resolve("none.csv")))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("none.csv");
    assertThatThrownBy(
            () ->
                CalendarChange.hours(
                    LocalDate.of(2027, 1, 4), LocalTime.of(10, 0), LocalTime.of(9, 0)))
        .hasMessageContaining("open must be before close on 2027-01-04");
  }
}
