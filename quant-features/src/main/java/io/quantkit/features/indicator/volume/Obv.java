package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * On-balance volume: the running total of volume, counted positive on bars that close higher than
 * the one before, negative on bars that close lower, and not at all on others.
 *
 * <p>In units of volume. Begins with the first bar's volume, as in TA-Lib, and has no warm-up. Its
 * level depends on where the stream begins, so it never settles; only its changes mean something. A
 * missing close or volume starts a new total. Exact as long as volumes are whole numbers and the
 * total stays below 2<sup>53</sup>; otherwise the rounding errors are summed as well (Knuth, The
 * Art of Computer Programming 4.2.2). Source: J. Granville, New Key to Stock Market Profits, 1963.
 */
public record Obv() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "obv", "all", "raw"));
  }

  @Override
  public int warmup(int output) {
    return 0;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new State();
  }

  private static final class State implements FeatureKernel {
    private double lastClose = Double.NaN;
    private double total;
    private double lost;

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Double.isFinite(close) || !Double.isFinite(volume)) {
        lastClose = Double.NaN;
        return;
      }
      if (Double.isNaN(lastClose)) {
        total = volume;
        lost = 0;
      } else {
        add(volume * Math.signum(close - lastClose));
      }
      lastClose = close;
    }

    private void add(double x) {
      double next = total + x;
      double shadow = next - total;
      lost += (total - (next - shadow)) + (x - shadow);
      total = next;
    }

    @Override
    public double value(int output) {
      return Double.isNaN(lastClose) ? Double.NaN : total + lost;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State();
      copy.lastClose = lastClose;
      copy.total = total;
      copy.lost = lost;
      return copy;
    }
  }
}
