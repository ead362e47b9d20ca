package io.quantkit.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quantkit.core.error.DataCorruptionException;
import io.quantkit.core.error.DataValidationException;
import io.quantkit.core.market.Aggressor;
import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Trade;
import io.quantkit.core.time.EpochNanos;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeBarsTest {
  private static final long MINUTE = 60_000_000_000L;
  private static final double NAN = Double.NaN;
  private static final TradingCalendar XNYS = TradingCalendar.xnys();

  private final RecordedBars recorded = new RecordedBars();

  private BarAggregator minutes() {
    return BarRule.time(Timeframe.MINUTE_1, TradingCalendar.alwaysOpen()).start(recorded);
  }

  private static long newYork(String local) {
    return local("America/New_York", local);
  }

  private static long local(String zone, String local) {
    return EpochNanos.of(LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant());
  }

  private static Trade at(String local, double price) {
    return Trade.of(newYork(local), price, 1);
  }

  @Test
  void aBarIsCompleteWhenALaterPeriodTrades() {
    BarAggregator aggregator = minutes();
    aggregator.advanceTo(0);
    aggregator.add(Trade.of(1, 10, 1));
    aggregator.add(Trade.of(2, 12, 2));
    aggregator.add(Trade.of(MINUTE - 1, 9, 3));
    assertThat(recorded.bars).isEmpty();

    aggregator.add(Trade.of(3 * MINUTE, 11, 1));

    double vwap = (10 + 24 + 27) / 6.0;
    assertThat(recorded.bars).containsExactly(new Bar(0, MINUTE, 10, 12, 9, 9, 6, vwap, 3));
    assertThat(recorded.flags).containsExactly(Set.of());
    assertThat(aggregator.partial())
        .contains(new Bar(3 * MINUTE, 3 * MINUTE, 11, 11, 11, 11, 1, 11, 1));
    assertThat(aggregator.counts()).isEqualTo(new AggregationCounts(4, 0, 0, 1, 0));
  }

  @Test
  void aSinkMayTakeTheNumbersAlone() {
    List<Bar> made = new ArrayList<>();
    BarSink numbers =
        new BarSink() {
          @Override
          public void accept(Bar bar, Set<BarFlag> flags) {
            throw new AssertionError("made a bar");
          }

          @Override
          public void accept(
              long start,
              long knownAt,
              double open,
              double high,
              double low,
              double close,
              double volume,
              double vwap,
              double trades,
              Set<BarFlag> flags) {
            made.add(new Bar(start, knownAt, open, high, low, close, volume, vwap, trades));
          }
        };
    BarAggregator told =
        BarRule.time(Timeframe.MINUTE_1, TradingCalendar.alwaysOpen()).start(numbers);
    BarAggregator taken = minutes();
    for (int i = 1; i < 20; i++) {
      Trade trade = Trade.of(i * MINUTE / 3, 10 + i % 4, i);
      told.add(trade);
      taken.add(trade);
    }
    assertThat(made).hasSize(6).isEqualTo(recorded.bars);
    assertThat(told.counts()).isEqualTo(taken.counts());
  }

  @Test
  void aBarIsCompleteWhenTheClockSaysSo() {
    BarAggregator aggregator = minutes();
    aggregator.add(Trade.of(1, 10, 1));

    aggregator.advanceTo(MINUTE - 1);
    assertThat(recorded.bars).isEmpty();
    assertThat(aggregator.partial()).map(Bar::knownAt).contains(MINUTE - 1);

    aggregator.advanceTo(MINUTE);
    assertThat(recorded.bars).hasSize(1);
    assertThat(aggregator.partial()).isEmpty();
  }

  @Test
  void inputThatBeginsWithinAPeriodMakesAnIncompleteBar() {
    BarAggregator aggregator = minutes();
    aggregator.add(Trade.of(30, 10, 1));
    aggregator.add(Trade.of(MINUTE, 10, 1));
    aggregator.finish();

    assertThat(recorded.flags)
        .containsExactly(Set.of(BarFlag.INCOMPLETE), Set.of(BarFlag.INCOMPLETE));
  }

  @Test
  void anUnorderedPeriodHasTheOpenOfItsFirstAndTheCloseOfItsLastTrade() {
    BarAggregator aggregator = minutes();
    aggregator.add(Trade.of(20, 2, 1));
    aggregator.add(Trade.of(30, 4, 1));
    aggregator.add(Trade.of(10, 1, 1));
    aggregator.add(Trade.of(25, 3, 1));
    aggregator.add(Trade.of(30, 5, 1));
    aggregator.advanceTo(MINUTE);

    assertThat(recorded.bars).containsExactly(new Bar(0, MINUTE, 1, 5, 1, 5, 5, 3, 5));
  }

  @Test
  void aBarIsNotKnownBeforeItsLastTradeIs() {
    BarAggregator aggregator = minutes();
    aggregator.add(MINUTE - 1, MINUTE + 7, 10, 1, Aggressor.UNKNOWN);
    aggregator.advanceTo(MINUTE + 7);

    assertThat(recorded.bars.get(0).knownAt()).isEqualTo(MINUTE + 7);
  }

  @Test
  void lateTradesAreCountedAndChangeNoBar() {
    BarAggregator aggregator = minutes();
    aggregator.add(Trade.of(1, 10, 1));
    aggregator.advanceTo(5 * MINUTE);

    aggregator.add(Trade.of(2, 99, 1));
    aggregator.add(Trade.of(2 * MINUTE, 99, 1));

    assertThat(aggregator.counts()).isEqualTo(new AggregationCounts(1, 2, 0, 1, 0));
    assertThat(aggregator.partial()).isEmpty();
  }

  @Test
  void lateTradesAreErrorsIfSo() {
    BarAggregator aggregator =
        BarRule.time(Timeframe.MINUTE_1, TradingCalendar.alwaysOpen())
            .late(LateTrades.REJECT)
            .start(recorded);
    aggregator.advanceTo(MINUTE);

    assertThatThrownBy(() -> aggregator.add(Trade.of(2, 99, 1)))
        .isInstanceOf(DataValidationException.class)
        .hasMessageContaining("1970-01-01T00:00:00.000000002Z must not come after its bar");
    assertThat(aggregator.counts().late()).isEqualTo(1);
  }

  @Test
  void lateTradesRestateTheirBarLater() {
    BarAggregator aggregator =
        BarRule.time(Timeframe.MINUTE_1, TradingCalendar.alwaysOpen())
            .late(LateTrades.restate(2))
            .start(recorded);
    aggregator.advanceTo(0);
    aggregator.add(Trade.of(10, 10, 1));
    aggregator.add(Trade.of(2 * MINUTE, 20, 1));
    aggregator.add(Trade.of(3 * MINUTE + 5, 30, 1));
    aggregator.add(new Trade(20, 4 * MINUTE, 12, 2, Aggressor.BUYER)); // within the first bar
    aggregator.add(Trade.of(5, 7, 1)); // and once more
    aggregator.add(Trade.of(MINUTE, 15, 1)); // within the period that had no bar

    assertThat(recorded.bars.subList(2, 5))
        .containsExactly(
            new Bar(0, 4 * MINUTE, 10, 12, 10, 12, 3, 34 / 3.0, 2),
            new Bar(0, 4 * MINUTE + 1, 7, 12, 7, 12, 4, 41 / 4.0, 3),
            new Bar(MINUTE, 3 * MINUTE + 5, 15, 15, 15, 15, 1, 15, 1));
    assertThat(recorded.flags.subList(0, 2)).containsExactly(Set.of(), Set.of());
    assertThat(recorded.flags.subList(2, 5)).containsOnly(Set.of(BarFlag.RESTATED));

    aggregator.add(Trade.of(6, 7, 1)); // forgotten by now: two bars later ones are held
    assertThat(aggregator.counts()).isEqualTo(new AggregationCounts(6, 1, 0, 5, 3));
  }

  @Test
  void emptyPeriodsHaveFlatBarsIfSo() {
    BarAggregator aggregator =
        BarRule.time(Timeframe.MINUTE_1, TradingCalendar.alwaysOpen())
            .withFlatBars()
            .start(recorded);
    aggregator.advanceTo(0);
    aggregator.add(Trade.of(5 * MINUTE, 10, 1));
    aggregator.advanceTo(6 * MINUTE + 1);
    aggregator.advanceTo(7 * MINUTE);
    aggregator.add(Trade.of(9 * MINUTE, 11, 1));
    aggregator.finish();

    assertThat(recorded.bars)
        .containsExactly(
            new Bar(5 * MINUTE, 6 * MINUTE, 10, 10, 10, 10, 1, 10, 1),
            new Bar(6 * MINUTE, 7 * MINUTE, 10, 10, 10, 10, 0, NAN, 0),
            new Bar(7 * MINUTE, 8 * MINUTE, 10, 10, 10, 10, 0, NAN, 0),
            new Bar(8 * MINUTE, 9 * MINUTE, 10, 10, 10, 10, 0, NAN, 0),
            new Bar(9 * MINUTE, 9 * MINUTE, 11, 11, 11, 11, 1, 11, 1));
    assertThat(recorded.flags)
        .containsExactly(
            Set.of(),
            Set.of(BarFlag.FLAT),
            Set.of(BarFlag.FLAT),
            Set.of(BarFlag.FLAT),
            Set.of(BarFlag.INCOMPLETE));
  }

  @Test
  void flatBarsAreMadeOfSessionsOnly() {
    BarAggregator aggregator = BarRule.time(Timeframe.HOUR_1, XNYS).withFlatBars().start(recorded);
    aggregator.add(at("2024-11-27T15:00", 10)); // the day before Thanksgiving
    aggregator.add(at("2024-11-29T12:40", 11)); // closes at 13:00

    assertThat(recorded.bars)
        .extracting(Bar::start)
        .containsExactly(
            newYork("2024-11-27T14:30"),
            newYork("2024-11-27T15:30"),
            newYork("2024-11-29T09:30"),
            newYork("2024-11-29T10:30"),
            newYork("2024-11-29T11:30"));
    assertThat(recorded.flags.get(1)).containsExactlyInAnyOrder(BarFlag.FLAT, BarFlag.SHORT);
  }

  @Test
  void theSessionCutsTheLastBarShort() {
    BarAggregator aggregator = BarRule.time(Timeframe.HOUR_1, XNYS).start(recorded);
    aggregator.advanceTo(newYork("2024-11-29T09:30"));
    aggregator.add(at("2024-11-29T12:45", 10));
    aggregator.advanceTo(newYork("2024-11-29T13:00"));

    assertThat(recorded.bars)
        .containsExactly(
            new Bar(
                newYork("2024-11-29T12:30"),
                newYork("2024-11-29T13:00"),
                10,
                10,
                10,
                10,
                1,
                10,
                1));
    assertThat(recorded.flags).containsExactly(Set.of(BarFlag.SHORT));
  }

  @Test
  void aDayThatClosesEarlyIsShort() {
    BarAggregator aggregator = BarRule.time(Timeframe.DAY_1, XNYS).start(recorded);
    aggregator.advanceTo(newYork("2024-11-29T09:30"));
    aggregator.add(at("2024-11-29T12:45", 10));
    aggregator.add(at("2024-12-02T09:30", 11));
    aggregator.add(at("2024-12-03T09:30", 11));

    assertThat(recorded.bars)
        .extracting(Bar::knownAt)
        .containsExactly(newYork("2024-11-29T13:00"), newYork("2024-12-02T16:00"));
    assertThat(recorded.flags).containsExactly(Set.of(BarFlag.SHORT), Set.of());
  }

  @Test
  void tradesOutsideTheSessionAreDroppedAndTellTheTime() {
    BarAggregator aggregator = BarRule.time(Timeframe.MINUTE_15, XNYS).start(recorded);
    aggregator.add(at("2024-12-02T08:00", 1));
    aggregator.add(at("2024-12-02T15:59", 10));
    aggregator.add(at("2024-12-02T16:00", 2));

    assertThat(recorded.bars).hasSize(1);
    assertThat(recorded.flags).containsExactly(Set.of());
    assertThat(recorded.bars.get(0).volume()).isEqualTo(1);
    aggregator.add(at("2024-12-07T12:00", 3)); // a Saturday
    assertThat(aggregator.counts()).isEqualTo(new AggregationCounts(1, 0, 3, 1, 0));
  }

  @Test
  void tradesOutsideTheSessionHaveBarsOfTheirOwn() {
    BarAggregator aggregator =
        BarRule.time(Timeframe.HOUR_1, XNYS).extendedHours(ExtendedHours.OWN_BARS).start(recorded);
    aggregator.advanceTo(newYork("2024-12-02T00:00"));
    for (String time : List.of("09:10", "09:30", "15:59", "16:00", "17:00", "23:59")) {
      aggregator.add(at("2024-12-02T" + time, 10));
    }
    aggregator.advanceTo(newYork("2024-12-03T00:00"));

    assertThat(recorded.bars)
        .extracting(Bar::start)
        .containsExactly(
            newYork("2024-12-02T09:00"),
            newYork("2024-12-02T09:30"),
            newYork("2024-12-02T15:30"),
            newYork("2024-12-02T16:00"),
            newYork("2024-12-02T17:00"),
            newYork("2024-12-02T23:00"));
    assertThat(recorded.bars.get(0).knownAt()).isEqualTo(newYork("2024-12-02T09:30"));
    assertThat(recorded.flags)
        .containsExactly(
            Set.of(BarFlag.SHORT, BarFlag.EXTENDED),
            Set.of(),
            Set.of(BarFlag.SHORT),
            Set.of(BarFlag.EXTENDED),
            Set.of(BarFlag.EXTENDED),
            Set.of(BarFlag.EXTENDED));
  }

  @Test
  void tradesOutsideTheSessionAreMergedIntoItsFirstAndLastBar() {
    BarAggregator aggregator =
        BarRule.time(Timeframe.HOUR_1, XNYS).extendedHours(ExtendedHours.MERGE).start(recorded);
    aggregator.advanceTo(newYork("2024-12-02T00:00"));
    for (String time : List.of("09:10", "10:29", "10:30", "15:59", "18:00")) {
      aggregator.add(at("2024-12-02T" + time, 10));
    }
    aggregator.add(at("2024-12-03T04:00", 10));

    assertThat(recorded.bars)
        .extracting(Bar::start)
        .containsExactly(
            newYork("2024-12-02T09:30"), newYork("2024-12-02T10:30"), newYork("2024-12-02T15:30"));
    assertThat(recorded.bars).extracting(Bar::trades).containsExactly(2.0, 1.0, 2.0);
    assertThat(recorded.bars)
        .extracting(Bar::knownAt)
        .containsExactly(
            newYork("2024-12-02T10:30"), newYork("2024-12-02T11:30"), newYork("2024-12-03T00:00"));
    assertThat(recorded.flags).containsExactly(Set.of(), Set.of(), Set.of(BarFlag.SHORT));
    aggregator.add(at("2024-12-07T12:00", 3)); // a Saturday
    assertThat(aggregator.counts().outside()).isEqualTo(1);
  }

  @Test
  void theClosingAuctionBelongsToTheLastBar() {
    TimeBars rule = BarRule.time(Timeframe.MINUTE_15, XNYS).closingAuction(Duration.ofSeconds(30));
    RecordedBars days = new RecordedBars();
    MultiAggregator both =
        MultiAggregator.of(
            List.of(
                rule.start(recorded),
                BarRule.time(Timeframe.DAY_1, XNYS)
                    .closingAuction(Duration.ofSeconds(30))
                    .start(days)));
    both.add(at("2024-12-02T15:59:59", 10));
    both.add(at("2024-12-02T16:00:02", 11));
    both.advanceTo(newYork("2024-12-02T16:00:29"));
    assertThat(recorded.bars).isEmpty();
    both.add(at("2024-12-02T16:00:30", 12));

    for (RecordedBars bars : List.of(recorded, days)) {
      assertThat(bars.bars).extracting(Bar::close).containsExactly(11.0);
      assertThat(bars.bars)
          .extracting(Bar::knownAt)
          .containsExactly(newYork("2024-12-02T16:00:30"));
    }
    assertThat(both.aggregators().get(0).counts().outside()).isEqualTo(1);
  }

  @Test
  void theBreakEndsABar() {
    TimeBars rule = BarRule.time(Timeframe.HOUR_1, TradingCalendar.xshg());
    String day = "2024-12-02T";
    List<String> times = List.of("11:29", "11:45", "12:10", "13:00");

    assertThat(startsIn("Asia/Shanghai", day, times, rule)).containsExactly("10:30", "13:00");
    assertThat(recorded.bars.get(0).knownAt()).isEqualTo(local("Asia/Shanghai", day + "11:30"));
    assertThat(startsIn("Asia/Shanghai", day, times, rule.extendedHours(ExtendedHours.MERGE)))
        .containsExactly("10:30", "13:00");
    assertThat(recorded.bars).extracting(Bar::trades).containsExactly(1.0, 3.0);
    assertThat(startsIn("Asia/Shanghai", day, times, rule.extendedHours(ExtendedHours.OWN_BARS)))
        .containsExactly("10:30", "11:30", "12:00", "13:00");
    assertThat(startsIn("Asia/Shanghai", day, List.of("09:30", "14:10"), rule.withFlatBars()))
        .containsExactly("09:30", "10:30", "13:00", "14:00");
    TimeBars days = BarRule.time(Timeframe.DAY_1, TradingCalendar.xshg());
    startsIn("Asia/Shanghai", day, times, days);
    assertThat(recorded.bars).extracting(Bar::trades).containsExactly(2.0);
  }

  private List<String> startsIn(String zone, String day, List<String> times, BarRule rule) {
    recorded.bars.clear();
    BarAggregator aggregator = rule.start(recorded);
    times.forEach(time -> aggregator.add(Trade.of(local(zone, day + time), 10, 1)));
    aggregator.finish();
    return recorded.bars.stream()
        .map(bar -> EpochNanos.toInstant(bar.start()).atZone(ZoneId.of(zone)).toLocalTime() + "")
        .toList();
  }

  @Test
  void aDayMayHoldAllItsTrades() {
    BarAggregator aggregator =
        BarRule.time(Timeframe.DAY_1, XNYS).extendedHours(ExtendedHours.MERGE).start(recorded);
    for (String time : List.of("04:10", "10:29", "19:59")) {
      aggregator.add(at("2024-12-02T" + time, 10));
    }
    aggregator.add(at("2024-12-03T04:00", 10));

    assertThat(recorded.bars).extracting(Bar::trades).containsExactly(3.0);
    assertThat(recorded.bars.get(0).knownAt()).isEqualTo(newYork("2024-12-03T00:00"));
  }

  @Test
  void hoursCountedByTheClockAreMergedIntoTheirDay() {
    TimeBars days = BarRule.time(Timeframe.DAY_1, XNYS);
    for (TimeBars rule : List.of(days, days.extendedHours(ExtendedHours.MERGE))) {
      BarAggregator aggregator = rule.start(recorded);
      for (int hour = 9; hour < 16; hour++) {
        long start = newYork("2024-12-02T%02d:00".formatted(hour));
        aggregator.add(new Bar(start, start + 60 * MINUTE, hour, hour, hour, hour, 1));
      }
      aggregator.finish();
    }
    assertThat(recorded.bars).extracting(Bar::open).containsExactly(10.0, 9.0);
  }

  @Test
  void daysMakeWeeksAndMonths() {
    BarAggregator weeks = BarRule.time(Timeframe.WEEK_1, XNYS).start(recorded);
    weeks.advanceTo(newYork("2024-12-02T00:00"));
    for (int day = 2; day <= 9; day++) {
      long start = newYork("2024-12-%02dT00:00".formatted(day));
      if (day < 7 || day == 9) {
        weeks.add(new Bar(start, start + 16 * 60 * MINUTE, 10 + day, 20 + day, day, 10, 100 * day));
      }
    }

    assertThat(recorded.bars)
        .containsExactly(
            new Bar(newYork("2024-12-02T00:00"), newYork("2024-12-06T16:00"), 12, 26, 2, 10, 2000));
    assertThat(recorded.flags).containsExactly(Set.of());
  }

  @Test
  void whatABarDoesNotTellIsUntold() {
    BarAggregator aggregator =
        BarRule.time(Timeframe.MINUTE_5, TradingCalendar.alwaysOpen()).start(recorded);
    aggregator.add(new Bar(0, MINUTE, 1, 1, 1, 1, 2, 1, 3));
    aggregator.add(Bar.ofClose(MINUTE, 2 * MINUTE, 2));
    aggregator.advanceTo(5 * MINUTE);

    assertThat(recorded.bars)
        .containsExactly(new Bar(0, 5 * MINUTE, 1, NAN, NAN, 2, NAN, NAN, NAN));
  }

  @Test
  void aSnapshotIsOfItsRuleAndWhole() {
    BarRule rule = BarRule.time(Timeframe.MINUTE_1, XNYS);
    byte[] snapshot = rule.start(recorded).snapshot();
    byte[] cut = Arrays.copyOf(snapshot, snapshot.length - 1);
    byte[] damaged = snapshot.clone();
    damaged[snapshot.length / 2] ^= 4;

    assertThatThrownBy(() -> BarRule.ticks(3).restore(snapshot, recorded))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("snapshot must be of the rule ActivityBars[");
    assertThatThrownBy(() -> rule.restore(cut, recorded))
        .isInstanceOf(DataCorruptionException.class);
    assertThatThrownBy(() -> rule.restore(damaged, recorded))
        .isInstanceOf(DataCorruptionException.class);
    assertThatThrownBy(() -> rule.restore(new byte[3], recorded))
        .isInstanceOf(DataCorruptionException.class);
  }

  @Test
  void refusesWhatIsNoTrade() {
    BarAggregator aggregator = minutes();
    assertThatThrownBy(() -> aggregator.add(2, 1, 1, 1, Aggressor.UNKNOWN))
        .hasMessage("knownAt must not be before eventTime, was 1 < 2");
    assertThatThrownBy(() -> aggregator.add(2, 2, Double.NaN, 1, Aggressor.UNKNOWN))
        .hasMessage("price must be positive and finite, was NaN");
    assertThatThrownBy(() -> aggregator.add(2, 2, 1, 0, Aggressor.UNKNOWN))
        .hasMessage("size must be positive and finite, was 0.0");
    assertThatThrownBy(() -> aggregator.add(2, 2, 1e200, 1e200, Aggressor.UNKNOWN))
        .hasMessage("price times size must be finite, was 1.0E200 * 1.0E200");
    assertThat(aggregator.counts().accepted()).isZero();
  }

  @Test
  void refusesRulesThatCannotHold() {
    TimeBars days = BarRule.time(Timeframe.DAY_1, XNYS);
    assertThatThrownBy(() -> days.extendedHours(ExtendedHours.OWN_BARS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("was 1d");
    assertThatThrownBy(() -> days.withFlatBars().late(LateTrades.restate(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LateTrades.restate(0))
        .hasMessage("periods must be within [1, 100000] to RESTATE, was 0");
  }

  @Test
  void barsByTheirNumbersAreBars() {
    RecordedBars others = new RecordedBars();
    BarRule fives = BarRule.time(Timeframe.MINUTE_5, TradingCalendar.alwaysOpen());
    BarAggregator told = fives.start(recorded);
    BarAggregator numbers = fives.start(others);
    for (int i = 0; i < 23; i++) {
      double close = 10 + i % 7;
      double volume = i == 12 ? NAN : i;
      Bar bar = new Bar(i * MINUTE, (i + 1) * MINUTE, 11, 17, 9, close, volume);
      told.add(bar);
      numbers.add(bar.start(), bar.knownAt(), 11, 17, 9, close, volume);
      assertThat(numbers.partial()).isEqualTo(told.partial());
    }
    assertThat(others.bars).hasSize(4).isEqualTo(recorded.bars);
    assertThat(others.flags).isEqualTo(recorded.flags);
    assertThat(numbers.snapshot()).isEqualTo(told.snapshot());
    assertThatThrownBy(() -> numbers.add(0, 1, 1, 2, 3, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("low must not be above high, was 3.0 > 2.0");
  }

  @Test
  void severalTimeframesAreMadeInOnePass() {
    RecordedBars fives = new RecordedBars();
    TradingCalendar always = TradingCalendar.alwaysOpen();
    MultiAggregator both =
        MultiAggregator.of(
            List.of(
                BarRule.time(Timeframe.MINUTE_1, always).start(recorded),
                BarRule.time(Timeframe.MINUTE_5, always).start(fives)));
    for (int i = 0; i < 10; i++) {
      both.add(Trade.of(i * MINUTE, 10 + i, 1));
    }
    both.advanceTo(10 * MINUTE);

    assertThat(recorded.bars).hasSize(10);
    assertThat(fives.bars)
        .extracting(Bar::open, Bar::close)
        .containsExactly(tuple(10.0, 14.0), tuple(15.0, 19.0));
  }
}
