package io.quantkit.features.indicator.trend;

import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * Wilder's directional movement rating: the mean of the average directional index now and {@code
 * period - 1} bars ago.
 *
 * <p>TA-Lib's {@code ADXR}. Within [0, 100]. Warm-up {@code 3 period - 2}. See {@link Adx}. Source:
 * J. Welles Wilder, New Concepts in Technical Trading Systems, 1978.
 *
 * @param period the smoothing, at least 2
 */
public record Adxr(int period) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public Adxr {
    Parameters.atLeast("period", period, 2);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "adxr", period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return 3 * period - 2;
  }

  @Override
  public int settle(double eps) {
    return period - 1 + new Adx(period).settle(eps);
  }

  @Override
  public FeatureKernel start() {
    return new State(new Adx(period).start(), new Delay(period - 1));
  }

  private static final class State implements FeatureKernel {
    private final FeatureKernel index;
    private final Delay delay;
    private double value = Double.NaN;

    State(FeatureKernel index, Delay delay) {
      this.index = index;
      this.delay = delay;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      index.update(knownAt, open, high, low, close, volume);
      average(index.value(Adx.ADX));
    }

    @Override
    public void update(BarSeries series, int from, int to, double[][] out) {
      double[] values = out[0];
      index.update(series, from, to, out);
      for (int t = from; t < to; t++) {
        average(values[t]);
        values[t] = value;
      }
    }

    private void average(double now) {
      if (Double.isNaN(now)) {
        delay.clear();
        value = Double.NaN;
      } else {
        value = (now + delay.exchange(now)) / 2;
      }
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(index.copy(), delay.copy());
      copy.value = value;
      return copy;
    }
  }
}
