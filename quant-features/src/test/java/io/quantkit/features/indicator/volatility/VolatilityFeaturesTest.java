package io.quantkit.features.indicator.volatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.core.time.Timeframe;
import io.quantkit.features.Feature;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.check.SampleBars;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.indicator.average.Sma;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VolatilityFeaturesTest {

  @Test
  void estimatorsFindTheVolatilityOfABrownianMotion() {
    double deviation = 0.02;
    BarSeries bars = brownian(20_000, 200, deviation, 3);
    int n = bars.size() - 1;
    List<Feature> estimators =
        List.of(
            new RollingVolatility(n),
            new Parkinson(n, 1),
            new GarmanKlass(n, 1, false),
            new GarmanKlass(n, 1, true),
            new RogersSatchell(n, 1),
            new YangZhang(n, 1));
    for (Feature estimator : estimators) {
      double[] out = estimator.over(bars)[0];
      // ranges of a walk of 200 steps are a little smaller than those of the motion itself
      assertThat(out[n]).as("%s", estimator).isCloseTo(deviation, within(0.06 * deviation));
    }
  }

  @Test
  void flatPricesHaveNoVolatility() {
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("FLAT"), Timeframe.DAY_1);
    for (int t = 0; t < 60; t++) {
      builder.add(t, t + 1, 0.1, 0.1, 0.1, 0.1, 0);
    }
    BarSeries bars = builder.build();
    for (Feature feature :
        List.of(
            new Parkinson(10, 1),
            new GarmanKlass(10, 1, true),
            new RogersSatchell(10, 1),
            new YangZhang(10, 1),
            new EwmaVolatility(0.94),
            new SemiDeviation(10),
            new TrueRange(),
            new Natr(10),
            new AverageDeviation(10),
            new Variance(10, 1),
            new ScaledDeviation(10, 2),
            new UlcerIndex(10),
            new VixFix(10))) {
      double[] out = feature.over(bars)[0];
      assertThat(out[59]).as("%s", feature).isZero();
    }
    double[][] keltner = new Keltner(20, 10, 2).over(bars);
    assertThat(keltner[0][59]).isEqualTo(keltner[2][59]);
    assertThat(new Donchian(20).over(bars)[Donchian.POSITION][59]).isNaN();
  }

  @Test
  void exponentialVolatilityFollowsItsRecursion() {
    BarSeries bars = SampleBars.walk(300, 2);
    double[] close = bars.toArray(BarField.CLOSE);
    double[] ours = new EwmaVolatility(0.94, 252, Input.CLOSE).over(bars)[0];
    double variance = Double.NaN;
    for (int t = 1; t < close.length; t++) {
      double change = Math.log(close[t] / close[t - 1]);
      variance = t == 1 ? change * change : 0.94 * variance + (1 - 0.94) * change * change;
      assertThat(ours[t]).isCloseTo(Math.sqrt(252 * variance), within(1e-14));
    }
  }

  @Test
  void ulcerIndexFollowsItsDefinition() {
    double[] x = {10, 12, 9, 12, 6};
    double[] ulcer = new UlcerIndex(2).over(x);
    assertThat(ulcer[1]).isNaN();
    assertThat(ulcer[2]).isCloseTo(Math.sqrt(25 * 25 / 2.0), within(1e-12));
    assertThat(ulcer[4]).isCloseTo(Math.sqrt(50 * 50 / 2.0), within(1e-12));
  }

  @Test
  void bandsAroundAnExponentialAverageUseTheDeviationOfTheWindow() {
    BarSeries bars = SampleBars.walk(100, 9);
    double[][] bands = new DeviationBands(new Ema(10), 20, 2, 1).over(bars);
    double[] middle = new Ema(10).over(bars)[0];
    double[] deviation = new ScaledDeviation(20, 1).over(bars)[0];
    for (int t = 19; t < 100; t++) {
      assertThat(bands[0][t]).isEqualTo(middle[t] + 2 * deviation[t]);
      assertThat(bands[1][t]).isEqualTo(middle[t]);
      assertThat(bands[2][t]).isEqualTo(middle[t] - deviation[t]);
    }
    assertThat(bands[1][18]).isNaN();
  }

  @Test
  void theSqueezeIsOnWhileTheBandsAreWithinTheChannel() {
    BarSeries bars = SampleBars.walk(300, 12);
    Keltner channel =
        new Keltner(new Ema(20, Input.TYPICAL, Seed.MEAN), 20, 1.5, Keltner.Range.SIMPLE);
    double[] on = new Squeeze(20, 2, channel).over(bars)[0];
    double[][] inner = new Bollinger(20).over(bars);
    double[][] outer = channel.over(bars);
    int count = 0;
    for (int t = 20; t < bars.size(); t++) {
      boolean within = inner[0][t] < outer[0][t] && inner[2][t] > outer[2][t];
      assertThat(on[t]).isEqualTo(within ? 1 : 0);
      count += within ? 1 : 0;
    }
    assertThat(count).isBetween(1, 279);
  }

  @Test
  void standardErrorIsThatOfTheRegression() {
    double[] line = new double[50];
    for (int t = 0; t < 50; t++) {
      line[t] = 3 + 0.5 * t + (t % 2 == 0 ? 1 : -1);
    }
    double[][] out = new double[4][50];
    new Kirshenbaum(5, 4, 2).over(line, out);
    // residuals of 1, -1, 1, -1 about their own slope of -0.4: 0.4, -1.2, 1.2, -0.4
    assertThat(out[3][20]).isCloseTo(Math.sqrt(3.2 / 2), within(1e-12));
    assertThat(out[0][20] - out[1][20]).isCloseTo(2 * out[3][20], within(1e-12));
  }

  @Test
  void refusesParametersThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new YangZhang(1, 252))
        .withMessage("period must be at least 2, was 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Parkinson(10, Double.NaN))
        .withMessage("periodsPerYear must be positive and finite, was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EwmaVolatility(1))
        .withMessage("decay must be within (0, 1), was 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Variance(1, 1))
        .withMessage("period must be at least 2, was 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Donchian(20, -1))
        .withMessage("lag must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Keltner(new Sma(20), 10, 0, Keltner.Range.WILDER))
        .withMessage("width must be positive and finite, was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SemiDeviation(10, Double.NaN, Input.CLOSE))
        .withMessage("target must be finite, was NaN");
  }

  /** Returns bars of a walk with steps of two sizes alike, without drift and without jumps. */
  private static BarSeries brownian(int bars, int steps, double deviation, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BarSeries.Builder builder = BarSeries.builder(Symbol.of("B"), Timeframe.DAY_1);
    double step = deviation / Math.sqrt(steps);
    double log = 0;
    for (int t = 0; t < bars; t++) {
      double open = log;
      double high = log;
      double low = log;
      for (int i = 0; i < steps; i++) {
        log += random.nextBoolean() ? step : -step;
        high = Math.max(high, log);
        low = Math.min(low, log);
      }
      builder.add(t, t + 1, Math.exp(open), Math.exp(high), Math.exp(low), Math.exp(log), 1);
    }
    return builder.build();
  }
}
