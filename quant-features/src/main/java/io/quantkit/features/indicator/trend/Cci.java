package io.quantkit.features.indicator.trend;

import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.TypicalPrice;
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
    return new State(new Deviations(period), 0.015 / period);
  }

  private static final class State implements BlockFeature {
    private final Deviations window;

    /** What a sum of deviations is multiplied by. */
    private final double unit;

    private double[][] scratch = {};
    private double value = Double.NaN;

    State(Deviations window, double unit) {
      this.window = window;
      this.unit = unit;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      double price = TypicalPrice.of(high, low, close);
      if (Double.isFinite(price)) {
        double deviations = window.add(price);
        value = window.full() ? index(price - window.mean(), deviations) : Double.NaN;
      } else {
        window.clear();
        value = Double.NaN;
      }
    }

    private double index(double distance, double deviations) {
      return Ratio.or(distance, unit * deviations, 0);
    }

    @Override
    public boolean warm() {
      return window.full();
    }

    @Override
    public boolean block(BarSeries series, int from, int to, double[][] out) {
      if (scratch.length == 0) {
        scratch = new double[4][SIZE];
      }
      int n = to - from;
      double[] price = scratch[0];
      double[] mean = scratch[1];
      double[] deviations = scratch[2];
      TypicalPrice.block(series, from, to, price, mean, deviations);
      if (!Finite.all(price, 0, n)) {
        return false;
      }
      window.add(price, n, mean, deviations);
      divide(price, mean, unit, deviations, scratch[3], n);
      double[] result = scratch[3];
      if (!Finite.all(result, 0, n)) {
        for (int i = 0; i < n; i++) {
          result[i] = index(price[i] - mean[i], deviations[i]);
        }
      }
      System.arraycopy(result, 0, out[0], from, n);
      value = result[n - 1];
      return true;
    }

    private static void divide(
        double[] prices, double[] means, double unit, double[] deviations, double[] to, int n) {
      for (int i = 0; i < n; i++) {
        to[i] = (prices[i] - means[i]) / (unit * deviations[i]);
      }
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(window.copy(), unit);
      copy.value = value;
      return copy;
    }
  }
}
