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
    return new State(new MeanDeviation(period));
  }

  private static final class State implements BlockFeature {
    private final MeanDeviation window;
    private double[][] scratch = {};
    private double value = Double.NaN;

    State(MeanDeviation window) {
      this.window = window;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      double price = TypicalPrice.of(high, low, close);
      if (Double.isFinite(price)) {
        double deviation = window.add(price);
        value = window.full() ? index(price - window.mean(), deviation) : Double.NaN;
      } else {
        window.clear();
        value = Double.NaN;
      }
    }

    private static double index(double distance, double deviation) {
      return Ratio.or(distance, 0.015 * deviation, 0);
    }

    @Override
    public boolean warm() {
      return window.full();
    }

    @Override
    public boolean block(BarSeries series, int from, int to, double[][] out) {
      if (scratch.length == 0) {
        scratch = new double[3][SIZE];
      }
      int n = to - from;
      double[] price = scratch[0];
      double[] mean = scratch[1];
      double[] deviation = scratch[2];
      TypicalPrice.block(series, from, to, price, mean, deviation);
      if (!Finite.all(price, 0, n)) {
        return false;
      }
      window.add(price, n, mean, deviation);
      for (int i = 0; i < n; i++) {
        price[i] -= mean[i];
      }
      for (int i = 0; i < n; i++) {
        mean[i] = price[i] / (0.015 * deviation[i]);
      }
      if (!Finite.all(mean, 0, n)) {
        for (int i = 0; i < n; i++) {
          mean[i] = index(price[i], deviation[i]);
        }
      }
      System.arraycopy(mean, 0, out[0], from, n);
      value = mean[n - 1];
      return true;
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
