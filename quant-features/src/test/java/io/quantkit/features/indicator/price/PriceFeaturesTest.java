package io.quantkit.features.indicator.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.core.time.TradingCalendar;
import io.quantkit.features.Input;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PriceFeaturesTest {
  private static final long HOUR = 3_600_000_000_000L;

  @Test
  void pivotsFollowTheirRules() {
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("A"), Timeframe.DAY_1);
    builder.add(0, 1, 11, 14, 8, 12, 1);
    builder.add(1, 2, 20, 20, 20, 20, 1);
    BarSeries bars = builder.build();
    double p = 34 / 3.0;
    assertPivots(
        bars,
        PivotRule.FLOOR,
        p,
        2 * p - 8,
        2 * p - 14,
        p + 6,
        p - 6,
        14 + 2 * (p - 8),
        8 - 2 * (14 - p));
    assertPivots(
        bars, PivotRule.FIBONACCI, p, p + 2.292, p - 2.292, p + 3.708, p - 3.708, p + 6, p - 6);
    assertPivots(bars, PivotRule.CAMARILLA, p, 12.55, 11.45, 13.1, 10.9, 13.65, 10.35, 15.3, 8.7);
    assertPivots(bars, PivotRule.WOODIE, 11.5, 15, 9, 17.5, 5.5, 21, 3);
    assertPivots(bars, PivotRule.DEMARK, 12, 16, 10); // closed above its open: 2 H + L + C = 48
  }

  @Test
  void sessionPivotsAreThoseOfTheLastWholeSession() {
    BarSeries.Builder bars = BarSeries.builder(Symbol.of("A"), Timeframe.HOUR_1);
    hour(bars, 22, 1, 1); // its day began before the stream
    hour(bars, 24, 10, 14);
    hour(bars, 30, 8, 13);
    hour(bars, 47, 9, 12);
    hour(bars, 48, 50, 60);
    hour(bars, 49, 70, 80);
    double[] pivot =
        new SessionPivots(PivotRule.FLOOR, TradingCalendar.alwaysOpen()).over(bars.build())[0];
    double p = (14 + 8 + 12) / 3.0;
    assertThat(pivot).containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.NaN, p, p);
  }

  @Test
  void extremesAgreeWithTheirDefinition() {
    SplittableRandom random = new SplittableRandom(4);
    for (int period : new int[] {1, 2, 7, 100}) {
      double[] x = random.doubles(300).map(v -> Math.rint(1000 * v)).toArray();
      double[][] extremes = new double[3][x.length];
      new RollingExtremes(period).over(x, extremes);
      double[][] ago = new double[2][x.length];
      new ExtremePositions(period).over(x, ago);
      for (int t = period - 1; t < x.length; t++) {
        double[] window = Arrays.copyOfRange(x, t - period + 1, t + 1);
        double min = Arrays.stream(window).min().orElseThrow();
        double max = Arrays.stream(window).max().orElseThrow();
        assertThat(extremes[RollingExtremes.MINIMUM][t]).isEqualTo(min);
        assertThat(extremes[RollingExtremes.MAXIMUM][t]).isEqualTo(max);
        assertThat(x[t - (int) ago[ExtremePositions.MINIMUM][t]]).isEqualTo(min);
        assertThat(x[t - (int) ago[ExtremePositions.MAXIMUM][t]]).isEqualTo(max);
        assertThat(ago[ExtremePositions.MAXIMUM][t]).isBetween(0.0, period - 1.0);
      }
    }
  }

  @Test
  void amongEqualNumbersPositionsAreThoseOfTaLib() {
    double[][] ago = new double[2][6];
    new ExtremePositions(3).over(new double[] {1, 1, 1, 1, 0, 1}, ago);
    assertThat(ago[ExtremePositions.MINIMUM]).containsExactly(Double.NaN, Double.NaN, 2, 2, 0, 1);
    assertThat(ago[ExtremePositions.MAXIMUM]).containsExactly(Double.NaN, Double.NaN, 2, 2, 2, 2);
    new ExtremePositions(3).over(new double[] {1, 2, 1, 2, 2, 1}, ago);
    assertThat(ago[ExtremePositions.MAXIMUM]).containsExactly(Double.NaN, Double.NaN, 1, 0, 0, 1);
  }

  @Test
  void transformsAreUndefinedOutsideOfTheirDomain() {
    double[] x = {-2, 0, 0.5, 1e9};
    assertThat(new MathTransform(MathTransform.Function.LN, Input.CLOSE).over(x))
        .containsExactly(Double.NaN, Double.NaN, StrictMath.log(0.5), StrictMath.log(1e9));
    assertThat(new MathTransform(MathTransform.Function.EXP, Input.CLOSE).over(x)[3]).isNaN();
    assertThat(new MathTransform(MathTransform.Function.ACOS, Input.CLOSE).over(x)[2])
        .isCloseTo(Math.PI / 3, within(1e-15));
    assertThat(new MathTransform(MathTransform.Function.SQRT, new RollingSum(2)).outputs())
        .hasToString("[tech_sqrt_of_tech_sum_2_raw]");
  }

  @Test
  void refusesPeriodsBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollingExtremes(0))
        .withMessage("period must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExtremeDistance(-3))
        .withMessage("period must be at least 1, was -3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RollingSum(0))
        .withMessage("period must be at least 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExtremePositions(0))
        .withMessage("period must be at least 1, was 0");
  }

  private static void assertPivots(BarSeries bars, PivotRule rule, double... expected) {
    double[][] out = new Pivots(rule).over(bars);
    assertThat(out).hasDimensions(expected.length, 2);
    for (int o = 0; o < expected.length; o++) {
      assertThat(out[o][0]).isNaN();
      assertThat(out[o][1]).as("%s %d", rule, o).isCloseTo(expected[o], within(1e-12));
    }
  }

  private static void hour(BarSeries.Builder bars, int start, double low, double high) {
    bars.add(start * HOUR, (start + 1) * HOUR, low, high, low, high, 1);
  }
}
