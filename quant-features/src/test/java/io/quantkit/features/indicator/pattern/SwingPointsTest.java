package io.quantkit.features.indicator.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.series.BarSeries;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.indicator.volatility.Atr;
import org.junit.jupiter.api.Test;

class SwingPointsTest {

  @Test
  void swingPointsAreToldWhenPricesHaveTurned() {
    BarSeries bars =
        ChartPatternTest.flat(new double[] {100, 104, 108, 106, 103, 102, 105, 109, 107, 98});
    double[][] out = new ZigZag(Swings.percent(0.05)).over(bars);
    assertThat(out[ZigZag.SIGNAL]).containsExactly(0, 0, -1, 0, 0, 1, 0, -1, 0, 1);
    assertThat(out[ZigZag.DELAY]).containsExactly(0, 0, 2, 0, 0, 3, 0, 2, 0, 2);
    assertThat(out[ZigZag.PRICE]).containsExactly(100, 100, 100, 100, 100, 108, 108, 102, 102, 109);
  }

  @Test
  void theFirstOfEqualExtremesCounts() {
    BarSeries bars = ChartPatternTest.flat(new double[] {100, 110, 108, 110, 100});
    double[][] out = new ZigZag(Swings.percent(0.05)).over(bars);
    assertThat(out[ZigZag.SIGNAL]).containsExactly(0, -1, 0, 0, 1);
    assertThat(out[ZigZag.DELAY][4]).isEqualTo(3);
  }

  @Test
  void everySwingPointIsTheExtremeSinceTheOneBefore() {
    for (int seed = 0; seed < 5; seed++) {
      check(Swings.percent(0.04), SampleBars.walk(2000, seed));
      check(Swings.atr(2.5, 14), SampleBars.walk(2000, seed));
    }
  }

  /** Looks at all bars again for every swing point. */
  private static void check(Swings swings, BarSeries bars) {
    double[][] out = new ZigZag(swings).over(bars);
    double[] range = new Atr(14).over(bars)[0];
    int last = swings.warmup();
    double kind = 0;
    int found = 0;
    for (int t = swings.warmup(); t < bars.size(); t++) {
      double signal = out[ZigZag.SIGNAL][t];
      if (signal == 0) {
        continue;
      }
      found++;
      int at = t - (int) out[ZigZag.DELAY][t];
      double price = out[ZigZag.PRICE][t];
      assertThat(signal).isEqualTo(kind == 0 ? signal : -kind);
      assertThat(at).isBetween(last, t - 1);
      assertThat(price).isEqualTo(signal > 0 ? bars.high(at) : bars.low(at));
      for (int i = last; i < t; i++) {
        double extreme = signal > 0 ? bars.high(i) - price : price - bars.low(i);
        assertThat(extreme).isLessThanOrEqualTo(0);
      }
      double turn = signal > 0 ? price - bars.low(t) : bars.high(t) - price;
      double least =
          swings instanceof Swings.Percent percent
              ? (signal > 0 ? price - price / (1 + percent.fraction()) : price * percent.fraction())
              : 2.5 * range[t];
      assertThat(turn).isGreaterThanOrEqualTo(least - 1e-9);
      last = at;
      kind = signal;
    }
    assertThat(found).isGreaterThan(50);
  }

  @Test
  void fractalsAreToldWhenTheyAreComplete() {
    for (int reach : new int[] {1, 2, 5}) {
      BarSeries bars = SampleBars.walk(600, reach);
      double[][] out = new Fractals(reach).over(bars);
      int found = 0;
      for (int t = 2 * reach; t < bars.size(); t++) {
        boolean high = true;
        boolean low = true;
        for (int i = t - 2 * reach; i <= t; i++) {
          high &= i == t - reach || bars.high(t - reach) > bars.high(i);
          low &= i == t - reach || bars.low(t - reach) < bars.low(i);
        }
        assertThat(out[Fractals.HIGH][t]).isEqualTo(high ? 1 : 0);
        assertThat(out[Fractals.LOW][t]).isEqualTo(low ? 1 : 0);
        assertThat(out[Fractals.DELAY][t]).isEqualTo(high || low ? reach : 0);
        found += high || low ? 1 : 0;
      }
      assertThat(found).isGreaterThan(20);
    }
  }

  @Test
  void equalHighsAreNoFractal() {
    BarSeries bars = ChartPatternTest.flat(new double[] {1, 2, 3, 3, 2, 1, 1, 2});
    double[][] out = new Fractals(1).over(bars);
    assertThat(out[Fractals.HIGH][4]).isZero();
    assertThat(out[Fractals.HIGH]).doesNotContain(1.0);
    assertThat(out[Fractals.LOW]).doesNotContain(1.0);
  }

  @Test
  void aTurnDownAndATurnUpAreEquallyFar() {
    BarSeries bars = ChartPatternTest.flat(new double[] {100, 105, 100});
    assertThat(new ZigZag(Swings.percent(0.05)).over(bars)[ZigZag.SIGNAL])
        .containsExactly(0, -1, 1);
    assertThat(105 / 1.05).isCloseTo(100, within(1e-12));
  }

  @Test
  void wrongParametersAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Swings.percent(0))
        .withMessage("fraction must be positive and finite, was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Swings.percent(Double.NaN))
        .withMessage("fraction must be positive and finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Swings.atr(-1, 14))
        .withMessage("multiple must be positive and finite, was -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Swings.atr(1, 0))
        .withMessage("period must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fractals(0))
        .withMessage("reach must be within [1, 10000], was 0");
  }
}
