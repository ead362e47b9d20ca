package io.quantkit.features.indicator.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Session;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Input;
import io.quantkit.features.check.SampleBars;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class VwapTest {
  private static final long HOUR = 3_600_000_000_000L;

  @Test
  void beginsAnewWithEverySession() {
    TradingCalendar calendar = TradingCalendar.xnys();
    Session friday = calendar.session(LocalDate.of(2024, 3, 1)).orElseThrow();
    Session monday = calendar.nextSession(friday.date());
    BarSeries.Builder bars = BarSeries.builder(Symbol.of("A"), Timeframe.HOUR_1);
    flat(bars, friday.open(), 10, 100);
    flat(bars, friday.open() + HOUR, 20, 300);
    flat(bars, friday.close(), 40, 400); // after hours: still Friday's
    flat(bars, monday.open() - HOUR, 30, 100); // before the open: Monday's
    flat(bars, monday.open(), 50, 100);
    double[][] vwap = new SessionVwap(calendar).over(bars.build());
    assertThat(vwap[0]).containsExactly(10, 17.5, 28.75, 30, 40);
    assertThat(vwap[3]).containsExactly(0, Math.sqrt(18.75), Math.sqrt(135.9375), 0, 10);
    assertThat(vwap[1][4]).isEqualTo(60);
    assertThat(vwap[2][4]).isEqualTo(20);
  }

  @Test
  void aBarThatEndsAtTheCloseBelongsToItsSession() {
    TradingCalendar calendar = TradingCalendar.alwaysOpen();
    BarSeries.Builder bars = BarSeries.builder(Symbol.of("A"), Timeframe.HOUR_1);
    flat(bars, 22 * HOUR, 10, 1);
    flat(bars, 23 * HOUR, 20, 1);
    flat(bars, 24 * HOUR, 40, 1);
    assertThat(new SessionVwap(calendar).over(bars.build())[0]).containsExactly(10, 15, 40);
  }

  @Test
  void barsWithoutVolumeDoNotCount() {
    BarSeries.Builder bars = BarSeries.builder(Symbol.of("A"), Timeframe.HOUR_1);
    flat(bars, 0, 10, 0);
    flat(bars, HOUR, 20, 5);
    flat(bars, 2 * HOUR, 90, 0);
    double[] vwap = new AnchoredVwap(0).over(bars.build())[0];
    assertThat(vwap).containsExactly(Double.NaN, 20, 20);
    assertThat(new RollingVwap(1).over(bars.build())[0])
        .containsExactly(Double.NaN, 20, Double.NaN);
  }

  @Test
  void anchorsAtTheFirstBarKnownAfterTheInstant() {
    BarSeries.Builder bars = BarSeries.builder(Symbol.of("A"), Timeframe.HOUR_1);
    for (int i = 0; i < 4; i++) {
      flat(bars, i * HOUR, 10 * (i + 1), 1);
    }
    assertThat(new AnchoredVwap(2 * HOUR).over(bars.build())[0])
        .containsExactly(Double.NaN, Double.NaN, 30, 35);
  }

  @Test
  void rollingAverageAgreesWithItsDefinitionAtAnyLevelOfPrices() {
    BarSeries sample = SampleBars.walk(300, 5);
    for (double level : new double[] {0, 1e6}) {
      BarSeries.Builder moved = BarSeries.builder(Symbol.of("A"), Timeframe.DAY_1);
      for (int t = 0; t < sample.size(); t++) {
        moved.add(
            sample.start(t),
            sample.knownAt(t),
            sample.open(t) + level,
            sample.high(t) + level,
            sample.low(t) + level,
            sample.close(t) + level,
            sample.volume(t));
      }
      BarSeries bars = moved.build();
      double[][] ours = new RollingVwap(20, 2, Input.CLOSE).over(bars);
      for (int t = 19; t < bars.size(); t++) {
        double weight = 0;
        double sum = 0;
        for (int i = t - 19; i <= t; i++) {
          weight += bars.volume(i);
          sum += bars.volume(i) * (bars.close(i) - level);
        }
        double mean = sum / weight;
        double squares = 0;
        for (int i = t - 19; i <= t; i++) {
          squares += bars.volume(i) * Math.pow(bars.close(i) - level - mean, 2);
        }
        assertThat(ours[0][t] - level).isCloseTo(mean, within(1e-9));
        assertThat(ours[3][t]).isCloseTo(Math.sqrt(squares / weight), within(1e-7));
      }
    }
  }

  @Test
  void refusesWidthsThatAreNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SessionVwap(TradingCalendar.xnys(), 0, Input.TYPICAL))
        .withMessage("width must be positive and finite, was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollingVwap(0))
        .withMessage("period must be at least 1, was 0");
  }

  private static void flat(BarSeries.Builder bars, long start, double price, double volume) {
    bars.add(start, start + HOUR, price, price, price, price, volume);
  }
}
