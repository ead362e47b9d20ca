package io.quantkit.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.math.Moments;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.trend.Macd;
import io.quantkit.features.indicator.volatility.Bollinger;
import io.quantkit.features.statistic.Drawdown;
import io.quantkit.features.statistic.StandardDeviation;
import io.quantkit.features.statistic.ZScore;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Laws that hold for every input. */
class IndicatorPropertiesTest {

  @Property(tries = 300)
  void windowsAgreeWithTwoPassesOverTheWindow(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int period) {
    double[] x = numbers(seed, 150);
    double[] mean = new Sma(period).over(x);
    double[] deviation = new StandardDeviation(period, 1).over(x);
    for (int t = 0; t < x.length; t++) {
      double[] window = Arrays.copyOfRange(x, Math.max(0, t - period + 1), t + 1);
      boolean full = window.length == period && Arrays.stream(window).allMatch(Double::isFinite);
      assertThat(Double.isNaN(mean[t])).isEqualTo(!full);
      assertThat(Double.isNaN(deviation[t])).isEqualTo(!full);
      if (full) {
        assertThat(mean[t]).isCloseTo(Moments.mean(window), within(1e-11));
        double exact = Moments.standardDeviation(window, 1);
        assertThat(deviation[t]).isCloseTo(exact, within(1e-12 * exact));
      }
    }
  }

  @Property(tries = 300)
  void averagesNeverLeaveTheRangeOfTheirInputs(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int period) {
    double[] x = numbers(seed, 150);
    double[] ema = new Ema(period).over(x);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < x.length; t++) {
      low = Math.min(low, Double.isNaN(x[t]) ? low : x[t]);
      high = Math.max(high, Double.isNaN(x[t]) ? high : x[t]);
      if (!Double.isNaN(ema[t])) {
        assertThat(ema[t]).isBetween(low - 1e-13 * Math.abs(low), high + 1e-13 * Math.abs(high));
      }
    }
  }

  @Property(tries = 300)
  void whatDoesNotMoveHasItselfForAverageAndNoDeviation(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int period) {
    double level = StrictMath.pow(10, 18 * new SplittableRandom(seed).nextDouble() - 9);
    double[] x = new double[120];
    Arrays.fill(x, level);
    assertThat(new Sma(period).over(x)[119]).isEqualTo(level);
    assertThat(new Ema(period).over(x)[119]).isCloseTo(level, within(1e-14 * level));
    assertThat(new StandardDeviation(period, 0).over(x)[119]).isZero();
    assertThat(new Macd(period, period + 1, 3).over(x)[119]).isZero();
    assertThat(new ZScore(period + 1).over(x)).containsOnly(Double.NaN);
  }

  @Property(tries = 300)
  void averagesFollowScaleAndShift(
      @ForAll long seed,
      @ForAll @DoubleRange(min = -5, max = 5) double scale,
      @ForAll @DoubleRange(min = -1000, max = 1000) double shift) {
    double[] x = numbers(seed, 100);
    double[] y = Arrays.stream(x).map(v -> scale * v + shift).toArray();
    for (Indicator indicator : new Indicator[] {new Sma(7), new Ema(7)}) {
      double[] a = indicator.over(x);
      double[] b = indicator.over(y);
      for (int t = 0; t < x.length; t++) {
        if (!Double.isNaN(a[t])) {
          assertThat(b[t]).isCloseTo(scale * a[t] + shift, within(1e-9));
        }
      }
    }
  }

  @Property(tries = 300)
  void zScoreIgnoresScaleAndShift(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.1, max = 5) double scale,
      @ForAll @DoubleRange(min = -100, max = 100) double shift) {
    double[] x = numbers(seed, 100);
    double[] y = Arrays.stream(x).map(v -> scale * v + shift).toArray();
    double[] a = new ZScore(12).over(x);
    double[] b = new ZScore(12).over(y);
    for (int t = 0; t < x.length; t++) {
      if (!Double.isNaN(a[t])) {
        assertThat(b[t]).isCloseTo(a[t], within(1e-8));
        assertThat(Math.abs(a[t])).isLessThanOrEqualTo(11 / Math.sqrt(12) + 1e-12);
      }
    }
  }

  @Property(tries = 300)
  void rsiStaysInItsRangeAndMirrors(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int period) {
    double[] x = numbers(seed, 150);
    double[] up = new Rsi(period).over(x);
    double[] down = new Rsi(period).over(Arrays.stream(x).map(v -> -v).toArray());
    for (int t = 0; t < x.length; t++) {
      if (!Double.isNaN(up[t])) {
        assertThat(up[t]).isBetween(0.0, 100.0);
        assertThat(up[t] + down[t]).isCloseTo(100, within(1e-11));
      }
    }
  }

  @Property(tries = 200)
  void bandsEncloseTheirAverageAndDrawdownsAreLosses(@ForAll long seed) {
    double[] x = Arrays.stream(numbers(seed, 120)).map(v -> v + 500).toArray();
    double[][] bands = new double[5][x.length];
    new Bollinger(10).over(x, bands);
    double[] drawdown = new Drawdown(10).over(x);
    for (int t = 0; t < x.length; t++) {
      if (!Double.isNaN(bands[0][t])) {
        assertThat(bands[0][t]).isGreaterThanOrEqualTo(bands[1][t]);
        assertThat(bands[1][t]).isGreaterThanOrEqualTo(bands[2][t]);
      }
      if (!Double.isNaN(drawdown[t])) {
        assertThat(drawdown[t]).isBetween(-1.0, 0.0);
      }
    }
  }

  @Test
  void windowsKeepTwelveDigitsAfterAMillionSteps() {
    SplittableRandom random = new SplittableRandom(5);
    IndicatorKernel mean = new Sma(20).kernel();
    IndicatorKernel deviation = new StandardDeviation(20, 1).kernel();
    double[] window = new double[20];
    double x = 60_000;
    for (int t = 0; t < 1_000_003; t++) {
      x += t % 100_000 == 0 ? 1e9 * (t % 200_000 == 0 ? 1 : -1) : random.nextDouble() - 0.5;
      window[t % 20] = x;
      mean.update(x);
      deviation.update(x);
    }
    assertThat(mean.value(0)).isCloseTo(Moments.mean(window), within(1e-14 * Math.abs(x)));
    double exact = Moments.standardDeviation(window, 1);
    assertThat(deviation.value(0)).isCloseTo(exact, within(1e-12 * exact));
  }

  @Test
  void macdIsMadeOfItsAverages() {
    double[] x = Arrays.stream(numbers(8, 300)).map(v -> Double.isNaN(v) ? 1 : v).toArray();
    double[][] macd = new double[3][x.length];
    new Macd(5, 9, 4, Input.CLOSE, Seed.FIRST).over(x, macd);
    double[] fast = new Ema(5, Input.CLOSE, Seed.FIRST).over(x);
    double[] slow = new Ema(9, Input.CLOSE, Seed.FIRST).over(x);
    for (int t = 11; t < x.length; t++) {
      assertThat(macd[Macd.LINE][t])
          .isCloseTo(fast[t] - slow[t], within(1e-14 * Math.abs(fast[t])));
      assertThat(macd[Macd.HISTOGRAM][t]).isEqualTo(macd[Macd.LINE][t] - macd[Macd.SIGNAL][t]);
    }
  }

  private static double[] numbers(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[size];
    double level = 100;
    for (int t = 0; t < size; t++) {
      level += random.nextDouble() - 0.5;
      x[t] = random.nextInt(50) == 0 ? Double.NaN : level;
    }
    return x;
  }
}
