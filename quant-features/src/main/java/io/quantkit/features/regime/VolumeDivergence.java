package io.quantkit.features.regime;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Whether volume goes with the price: on-balance volume against the close over the last {@code
 * period} bars.
 *
 * <p>Outputs, in order: signal: 1 if the close fell while on-balance volume rose, -1 if the close
 * rose while it fell, else 0; imbalance {@code sum(sign(change) volume) / sum(volume)}, the change
 * of on-balance volume as a part of the volume, within [-1, 1], {@code NaN} if nothing was traded.
 * Warm-up {@code period}. Source: J. Granville, New Key to Stock Market Profits, 1963.
 *
 * @param period over how many changes, at least 1
 */
public record VolumeDivergence(int period) implements Feature {

  /** The position of the signal among the outputs: 0. */
  public static final int SIGNAL = 0;

  /** The position of the imbalance among the outputs: 1. */
  public static final int IMBALANCE = 1;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public VolumeDivergence {
    if (period < 1) {
      throw new IllegalArgumentException("period must be at least 1, was " + period);
    }
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "volume-divergence", period, "signal"),
        FeatureName.of("tech", "volume-divergence", period, "imbalance"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new State(new Delay(period), new WindowMean(period), new WindowMean(period));
  }

  private static final class State implements FeatureKernel {
    private final Delay closes;
    private final WindowMean net;
    private final WindowMean total;
    private double last = Double.NaN;
    private double change = Double.NaN;

    State(Delay closes, WindowMean net, WindowMean total) {
      this.closes = closes;
      this.net = net;
      this.total = total;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Double.isFinite(close) || !Double.isFinite(volume)) {
        closes.clear();
        net.clear();
        total.clear();
        last = Double.NaN;
        change = Double.NaN;
        return;
      }
      change = close - closes.exchange(close);
      if (!Double.isNaN(last)) {
        net.add(Math.signum(close - last) * volume);
        total.add(volume);
      }
      last = close;
    }

    @Override
    public double value(int output) {
      double flow = net.mean();
      if (output == IMBALANCE) {
        return total.mean() > 0 ? Math.max(-1, Math.min(1, flow / total.mean())) : Double.NaN;
      }
      if (Double.isNaN(flow)) {
        return Double.NaN;
      }
      return change < 0 && flow > 0 ? 1 : change > 0 && flow < 0 ? -1 : 0;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(closes.copy(), net.copy(), total.copy());
      copy.last = last;
      copy.change = change;
      return copy;
    }
  }
}
