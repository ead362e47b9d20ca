package io.quantkit.features.indicator.trend;

import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import java.util.List;

/**
 * Lambert's commodity channel index: the distance of the typical price from its simple moving
 * average in units of 0.015 mean absolute deviations, {@code (p - sma(p)) / (0.015 mean(|p -
 * sma(p)|))} with {@code p = (high + low + close) / 3} over {@code period} bars.
 *
 * <p>TA-Lib's {@code CCI}. A pure number. Warm-up {@code period - 1}. 0 where no price of the
 * window deviates, as TA-Lib has it. Source: D. Lambert, Commodities, October 1980.
 *
 * @param period the window, at least 1
 */
public record Cci(int period) implements Feature {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Cci {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "cci", period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new State(new MeanDeviation(period));
  }

  private static final class State implements FeatureKernel {
    private final MeanDeviation window;
    private double value = Double.NaN;

    State(MeanDeviation window) {
      this.window = window;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      step(high, low, close);
    }

    @Override
    public void update(BarSeries series, int from, int to, double[][] out) {
      double[] result = out[0];
      for (int t = from; t < to; t++) {
        step(series.high(t), series.low(t), series.close(t));
        result[t] = value;
      }
    }

    private void step(double high, double low, double close) {
      double price = (high + low + close) / 3;
      if (!Double.isFinite(price)) {
        window.clear();
        value = Double.NaN;
        return;
      }
      double deviation = window.add(price);
      value =
          Double.isNaN(deviation)
              ? Double.NaN
              : Ratio.or(price - window.mean(), 0.015 * deviation, 0);
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(window.copy());
      copy.value = value;
      return copy;
    }
  }
}
