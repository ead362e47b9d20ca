package io.quantkit.core.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.market.Symbols;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.series.Panel;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticBarsTest {
  private static final Symbol SYMBOL = Symbol.of("SYN");
  private static final PathModel MODEL = new GeometricBrownianMotion(100, 0.05, 0.3);
  private static final SyntheticBars YEAR =
      SyntheticBars.of(
          LocalDate.of(2021, 1, 1),
          LocalDate.of(2022, 1, 1),
          Timeframe.MINUTE_15,
          TradingCalendar.xnys());

  @Test
  void followsTheSessionsOfItsCalendar() {
    BarSeries bars = YEAR.series(SYMBOL, MODEL, 1);

    assertThat(bars.size()).isEqualTo(251 * 26 + 14);
    assertThat(bars.open(0)).isEqualTo(100);
    for (int i = 1; i < bars.size(); i++) {
      assertThat(bars.open(i)).isEqualTo(bars.close(i - 1));
    }
  }

  @Test
  void cutsTheLastBarOfASessionToItsShare() {
    SyntheticBars hours =
        SyntheticBars.of(
            LocalDate.of(2021, 3, 1),
            LocalDate.of(2021, 3, 2),
            Timeframe.HOUR_1,
            TradingCalendar.xnys());
    BarSeries bars = hours.series(SYMBOL, MODEL, 1);

    assertThat(bars.size()).isEqualTo(7);
    assertThat(bars.knownAt(6) - bars.start(6)).isEqualTo(Timeframe.MINUTE_30.nanos());
  }

  @Test
  void noBarSpansABreak() {
    BarSeries bars =
        SyntheticBars.of(
                LocalDate.of(2021, 3, 1),
                LocalDate.of(2021, 3, 2),
                Timeframe.HOUR_1,
                TradingCalendar.xshg())
            .series(SYMBOL, MODEL, 1);
    long hour = Timeframe.HOUR_1.nanos();

    assertThat(bars.size()).isEqualTo(4);
    assertThat(bars.knownAt(1) - bars.start(0)).isEqualTo(2 * hour);
    assertThat(bars.start(2) - bars.knownAt(1)).isEqualTo(hour * 3 / 2);
    assertThat(bars.open(2)).isEqualTo(bars.close(1));
  }

  @Test
  void annualVolatilityComesOutPerYearOfTheCalendarAndNightsMakeGaps() {
    BarSeries days =
        SyntheticBars.of(
                LocalDate.of(2000, 1, 1),
                LocalDate.of(2020, 1, 1),
                Timeframe.DAY_1,
                TradingCalendar.xnys())
            .withSteps(12, 4)
            .withTick(0)
            .series(SYMBOL, MODEL, 5);
    double perDay = 0.09 / TradingCalendar.xnys().sessionsPerYear();
    ZScore whole = new ZScore("close to close", perDay);
    ZScore night = new ZScore("close to open", perDay / 4);
    ZScore day = new ZScore("open to close", perDay * 3 / 4);
    for (int i = 1; i < days.size(); i++) {
      whole.add(Math.pow(Math.log(days.close(i) / days.close(i - 1)), 2));
      night.add(Math.pow(Math.log(days.open(i) / days.close(i - 1)), 2));
      day.add(Math.pow(Math.log(days.close(i) / days.open(i)), 2));
    }
    whole.check();
    night.check();
    day.check();
  }

  /**
   * Parkinson: {@code E R^2 = 4 ln 2} and {@code E R = sqrt(8 / pi)} of the range in units of the
   * deviation; seen only at n steps it is shorter by {@code 2 * 0.5826 / sqrt(n)} (Broadie,
   * Glasserman and Kou, "A continuity correction for discrete barrier options", 1997).
   */
  @Test
  void rangesAreThoseOfBrownianMotionSeenAtItsSteps() {
    SyntheticBars recipe = YEAR.withTick(0).withSteps(256, 0);
    BarSeries bars = recipe.series(SYMBOL, new GeometricBrownianMotion(100, 0.045, 0.3), 2);
    double variance = 0.09 / Timeframe.MINUTE_15.barsPerYear(TradingCalendar.xnys());
    double shorter = 2 * 0.5826 / Math.sqrt(256);
    double expected = 4 * Math.log(2) - 2 * shorter * Math.sqrt(8 / Math.PI) + shorter * shorter;
    ZScore range = new ZScore("squared range", expected);
    for (int i = 0; i < bars.size(); i++) {
      range.add(Math.pow(Math.log(bars.high(i) / bars.low(i)), 2) / variance);
    }
    range.check();
  }

  @Test
  void volumeHasTheShapeOfAU() {
    BarSeries bars = YEAR.withVolume(SyntheticBars.Volume.U_SHAPED).series(SYMBOL, MODEL, 3);
    double mean = 20_000 * Math.exp(0.125);
    for (int slot : new int[] {0, 6, 13, 25}) {
      double x = 2 * ((slot + 0.5) / 26) - 1;
      ZScore volume = new ZScore("slot " + slot, mean * (1 + 0.5 * (3 * x * x - 1)));
      for (int day = 0; day < 200; day++) { // before the first early close
        volume.add(bars.volume(day * 26 + slot));
      }
      volume.check();
    }
  }

  @Test
  void pricesAreMultiplesOfTheTick() {
    BarSeries cents = YEAR.series(SYMBOL, MODEL, 4);
    BarSeries halves = YEAR.withTick(0.5).series(SYMBOL, MODEL, 4);

    for (int i = 0; i < cents.size(); i++) {
      assertThat(cents.high(i)).isEqualTo(Math.rint(cents.high(i) * 100) / 100);
      assertThat(halves.low(i) * 2).isEqualTo(Math.rint(halves.low(i) * 2));
    }
  }

  @Test
  void addingASymbolChangesNoOther() {
    List<PathModel> models = new ArrayList<>(List.of(MODEL, new Garch(50, 0, 1e-6, 0.1, 0.8, 5)));
    Panel two =
        YEAR.panel(
            Symbols.of("A", "B"), CorrelatedPaths.of(models, CorrelationMatrix.uniform(2, 0.5)), 8);
    models.add(MODEL);
    Panel three =
        YEAR.panel(
            Symbols.of("A", "B", "C"),
            CorrelatedPaths.of(models, CorrelationMatrix.uniform(3, 0.5)),
            8);

    for (int t = 0; t < two.rows(); t++) {
      for (int s = 0; s < 2; s++) {
        assertThat(three.close(t, s)).isEqualTo(two.close(t, s));
        assertThat(three.volume(t, s)).isEqualTo(two.volume(t, s));
      }
    }
  }

  @Test
  void stopsWhereAProcessIsNoPrice() {
    assertThatThrownBy(() -> YEAR.series(SYMBOL, new OrnsteinUhlenbeck(1, -1, 50, 1), 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the price of SYN must stay positive and finite, became -");
  }

  @Test
  void refusesRecipesWithoutBars() {
    assertThatThrownBy(() -> YEAR.withSteps(0, 0))
        .hasMessage("stepsPerBar must be at least 1, was 0");
    assertThatThrownBy(() -> new SyntheticBars.Volume(1, 0, 2))
        .hasMessage("smile must be within [0.0, 1.0], was 2.0");
    assertThatThrownBy(
            () ->
                SyntheticBars.of(
                    LocalDate.of(2021, 1, 1),
                    LocalDate.of(2022, 1, 1),
                    Timeframe.WEEK_1,
                    TradingCalendar.xnys()))
        .hasMessage("timeframe must be intraday or 1d, was 1w");
  }
}
