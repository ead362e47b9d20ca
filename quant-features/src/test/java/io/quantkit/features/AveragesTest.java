package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.features.indicator.average.Alma;
import io.quantkit.features.indicator.average.AverageKind;
import io.quantkit.features.indicator.average.Dema;
import io.quantkit.features.indicator.average.Frama;
import io.quantkit.features.indicator.average.Kama;
import io.quantkit.features.indicator.average.Laguerre;
import io.quantkit.features.indicator.average.Lsma;
import io.quantkit.features.indicator.average.Mama;
import io.quantkit.features.indicator.average.RegressionSlope;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.average.SuperSmoother;
import io.quantkit.features.indicator.average.SwissArmyKnife;
import io.quantkit.features.indicator.average.T3;
import io.quantkit.features.indicator.average.VariablePeriodAverage;
import io.quantkit.features.indicator.average.Wma;
import io.quantkit.features.indicator.cycle.MesaSineWave;
import io.quantkit.features.statistic.LinearRegression;
import io.quantkit.features.statistic.QuadraticRegression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Averages and regressions beyond what the catalogue's laws hold them to. */
class AveragesTest {

  @Test
  void constructorsNameTheParameterTheRuleAndTheValue() {
    rejects(() -> new Wma(0), "period must be at least 1, was 0");
    rejects(() -> new Kama(10, 0, 30, Input.CLOSE), "fast must be at least 1, was 0");
    rejects(() -> new Kama(10, 5, 4, Input.CLOSE), "slow must be at least 5, was 4");
    rejects(
        () -> new Dema(10, 0, Input.CLOSE, Seed.MEAN),
        "factor must be above 0.0 and at most 1.0, was 0.0");
    rejects(
        () -> new Mama(0.5, 0.6, Input.CLOSE),
        "slowLimit must be above 0.0 and at most 0.5, was 0.6");
    rejects(() -> new T3(5, 1.5, Input.CLOSE), "factor must be in [0, 1], was 1.5");
    rejects(() -> new Laguerre(1), "gamma must be in [0, 1), was 1.0");
    rejects(() -> new Frama(15), "period must be even and at least 2, was 15");
    rejects(() -> new SuperSmoother(10, 4, Input.CLOSE), "poles must be 2 or 3, was 4");
    rejects(
        () -> new Alma(9, Double.NaN, 6, false, Input.CLOSE), "offset must be in [0, 1], was NaN");
    rejects(
        () -> new SwissArmyKnife(SwissArmyKnife.Tool.GAUSS, 4), "period must be at least 5, was 4");
    rejects(
        () -> new Lsma(14, -14, Input.CLOSE), "ahead must be above -14 and at most 14, was -14");
    rejects(() -> new RegressionSlope(1), "period must be at least 2, was 1");
    rejects(() -> new LinearRegression(1), "period must be at least 2, was 1");
    rejects(() -> new QuadraticRegression(2), "period must be at least 3, was 2");
    rejects(() -> new MesaSineWave(1), "period must be at least 2, was 1");
    rejects(
        () -> new VariablePeriodAverage(Input.CLOSE, new Sma(1), 5, 4, AverageKind.SMA),
        "longest must be at least 5, was 4");
    rejects(() -> AverageKind.EMA.kernel(0), "period must be at least 1, was 0");
    rejects(
        () -> new VariablePeriodAverage(new Sma(1)).over(new double[3], new double[2]),
        "there must be 3 periods, were 2");
  }

  @ParameterizedTest
  @EnumSource
  void averagesOfEqualNumbersAreThatNumberAfterTheWarmup(AverageKind kind) {
    for (int period : new int[] {1, 2, 3, 50}) {
      double[] in = new double[600];
      Arrays.fill(in, 0.1);
      double[] out = new double[in.length];
      kind.kernel(period).update(in, 0, in.length, new double[][] {out}, 0);
      for (int t = 0; t < in.length; t++) {
        assertThat(Double.isNaN(out[t])).isEqualTo(t < kind.warmup(period));
      }
      assertThat(out[in.length - 1]).isCloseTo(0.1, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAverageOfPeriodOneIsItsInput(AverageKind kind) {
    double[] in = walk(200);
    double[] out = new double[in.length];
    kind.kernel(1).update(in, 0, in.length, new double[][] {out}, 0);
    assertThat(out).isEqualTo(in);
  }

  @Test
  void linearWindowsKeepTwelveDigitsAfterAMillionBars() {
    double[] in = walk(1_000_000);
    int n = 20;
    double weighted = new Wma(n).over(in)[in.length - 1];
    double slope = new RegressionSlope(n).over(in)[in.length - 1];
    double line = new Lsma(n).over(in)[in.length - 1];
    BigDecimal w = BigDecimal.ZERO;
    BigDecimal b = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < n; i++) {
      BigDecimal x = new BigDecimal(in[in.length - n + i]);
      w = w.add(x.multiply(BigDecimal.valueOf(i + 1)));
      b = b.add(x.multiply(BigDecimal.valueOf(2L * i - (n - 1))));
      sum = sum.add(x);
    }
    double rise =
        b.multiply(BigDecimal.valueOf(6))
            .divide(exact(n * (n * n - 1.0)), MathContext.DECIMAL128)
            .doubleValue();
    double level = sum.divide(exact(n), MathContext.DECIMAL128).doubleValue();
    double truth = w.divide(exact(n * (n + 1) / 2.0), MathContext.DECIMAL128).doubleValue();
    assertThat(weighted).isCloseTo(truth, within(1e-12 * truth));
    assertThat(slope).isCloseTo(rise, within(1e-12 * Math.abs(rise)));
    assertThat(line).isCloseTo(level + rise * (n - 1) / 2, within(1e-12 * level));
  }

  @Test
  void aStraightLineIsFittedWithoutError() {
    double[] in = new double[40];
    for (int t = 0; t < in.length; t++) {
      in[t] = 5 + 0.5 * t;
    }
    double[][] out = new double[9][in.length];
    new LinearRegression(14).over(in, out);
    int t = in.length - 1;
    assertThat(out[LinearRegression.VALUE][t]).isCloseTo(in[t], within(1e-13));
    assertThat(out[LinearRegression.SLOPE][t]).isCloseTo(0.5, within(1e-13));
    assertThat(out[LinearRegression.INTERCEPT][t]).isCloseTo(in[t - 13], within(1e-13));
    assertThat(out[LinearRegression.FORECAST][t]).isCloseTo(in[t] + 0.5, within(1e-13));
    assertThat(out[LinearRegression.R_SQUARED][t]).isCloseTo(1, within(1e-13));
    assertThat(out[LinearRegression.ERROR][t]).isCloseTo(0, within(1e-13));
  }

  @Test
  void residualsAreMeasuredAsInAWorkedExample() {
    double[][] out = new double[9][4];
    new LinearRegression(4).over(new double[] {1, 2, 2, 4}, out);
    // by hand: mean 2.25, slope 0.9, line 0.9 1.8 2.7 3.6, errors 0.1 0.2 -0.7 0.4
    assertThat(out[LinearRegression.VALUE][3]).isCloseTo(3.6, within(1e-14));
    assertThat(out[LinearRegression.RESIDUAL][3]).isCloseTo(0.4, within(1e-14));
    assertThat(out[LinearRegression.R_SQUARED][3]).isCloseTo(1 - 0.7 / 4.75, within(1e-14));
    assertThat(out[LinearRegression.ERROR][3]).isCloseTo(Math.sqrt(0.35), within(1e-14));
    assertThat(out[LinearRegression.SLOPE_ERROR][3]).isCloseTo(Math.sqrt(0.07), within(1e-14));
  }

  @Test
  void aParabolaTellsItsTurnAndWhereItsBendChanges() {
    double[] in = new double[60];
    for (int t = 0; t < in.length; t++) {
      in[t] = t < 30 ? 3 + 0.25 * (t - 20) * (t - 20) : 28 - 0.25 * (t - 30) * (t - 30);
    }
    double[][] out = new double[6][in.length];
    new QuadraticRegression(10).over(in, out);
    assertThat(out[QuadraticRegression.CURVATURE][25]).isCloseTo(0.5, within(1e-12));
    assertThat(out[QuadraticRegression.SLOPE][25]).isCloseTo(2.5, within(1e-12));
    assertThat(out[QuadraticRegression.TURN][25]).isCloseTo(5, within(1e-11));
    assertThat(out[QuadraticRegression.R_SQUARED][25]).isCloseTo(1, within(1e-12));
    assertThat(Arrays.stream(out[QuadraticRegression.INFLECTION]).filter(v -> v == -1)).hasSize(1);
  }

  private static BigDecimal exact(double number) {
    return new BigDecimal(number);
  }

  private static double[] walk(int size) {
    SplittableRandom random = new SplittableRandom(7);
    double[] walk = new double[size];
    double x = 100;
    for (int t = 0; t < size; t++) {
      x *= 1 + 0.002 * (random.nextDouble() - 0.5);
      walk[t] = x;
    }
    return walk;
  }

  private static void rejects(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
