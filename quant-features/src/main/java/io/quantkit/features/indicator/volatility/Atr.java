package io.quantkit.features.indicator.volatility;

import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Convention;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.RowFeature;
import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.TrueRange;
import io.quantkit.features.kernel.rows.ExponentialMeans;
import java.util.List;

/**
 * Wilder's average true range: the largest of {@code high - low}, {@code |high - last close|} and
 * {@code |low - last close|}, smoothed with weight {@code 1 / period} from the mean of the first
 * {@code period} of them.
 *
 * <p>In the unit of the price, at least 0. By {@link Convention#TA_LIB} the first bar has no true
 * range, so the warm-up is {@code period}; by the others, and in Tulip and talipp, it is {@code
 * high - low}, and the warm-up {@code period - 1}. Source: J. Welles Wilder, New Concepts in
 * Technical Trading Systems, 1978. TA-Lib: ATR.
 *
 * @param period the smoothing, at least 1
 * @param convention whose rules it follows
 */
public record Atr(int period, Convention convention) implements RowFeature {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Atr {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  /** Creates an average by TA-Lib's rules. */
  public Atr(int period) {
    this(period, Convention.TA_LIB);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", convention.label("atr"), period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return convention == Convention.TA_LIB ? period : period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(1.0 / period, eps / 2);
  }

  @Override
  public FeatureKernel start() {
    return new State(ExponentialMean.wilder(period), convention != Convention.TA_LIB);
  }

  @Override
  public List<Input> inputs() {
    return List.of(Input.HIGH, Input.LOW, Input.CLOSE);
  }

  @Override
  public RowKernel rows(int symbols) {
    return new AtrRows(ExponentialMeans.wilder(period, symbols), convention != Convention.TA_LIB);
  }

  private static final class State implements BlockFeature {
    private final ExponentialMean mean;
    private final boolean fromFirstBar;
    private double[][] scratch = {};
    private double lastClose = Double.NaN;
    private double value = Double.NaN;

    State(ExponentialMean mean, boolean fromFirstBar) {
      this.mean = mean;
      this.fromFirstBar = fromFirstBar;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Finite.all(high, low, close)) {
        mean.clear();
        lastClose = Double.NaN;
        value = Double.NaN;
        return;
      }
      if (!Double.isNaN(lastClose)) {
        value = mean.add(TrueRange.of(high, low, lastClose));
      } else if (fromFirstBar) {
        value = mean.add(high - low);
      }
      lastClose = close;
    }

    @Override
    public boolean warm() {
      return mean.started();
    }

    @Override
    public boolean block(BarSeries series, int from, int to, double[][] out) {
      if (scratch.length == 0) {
        scratch = new double[3][SIZE];
      }
      double[] range = scratch[0];
      TrueRange.fill(series, from, to, lastClose, range, scratch[1], scratch[2]);
      double close = series.close(to - 1);
      if (!Double.isFinite(close) || !mean.add(range, 0, to - from, out[0], from)) {
        return false;
      }
      lastClose = close;
      value = out[0][to - 1];
      return true;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(mean.copy(), fromFirstBar);
      copy.lastClose = lastClose;
      copy.value = value;
      return copy;
    }
  }
}
