package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * Alexander Elder's force index: the exponential average of {@code (close[t] - close[t-1])
 * volume[t]}; with period 1 the force of the bar itself.
 *
 * <p>In price times volume. Warm-up {@code period}. Source: A. Elder, Trading for a Living, 1993.
 *
 * @param period the span, in bars, at least 1; 2 and 13 in the source
 * @param seed where the average begins
 */
public record ForceIndex(int period, Seed seed) implements Feature {

  /**
   * Creates an index.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public ForceIndex {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an index whose average is seeded with a mean. */
  public ForceIndex(int period) {
    this(period, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", seed == Seed.MEAN ? "force" : "force-first", period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return period + ExponentialMean.memory(2 / (period + 1.0), eps / 2);
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.CLOSE | GapKernel.VOLUME,
        1,
        new Step(period - 1, ExponentialMean.span(period, seed == Seed.MEAN ? period : 1)));
  }

  private static final class Step implements BarStep {
    private final int withheld;
    private final ExponentialMean mean;
    private int seen;
    private double lastClose = Double.NaN;

    Step(int withheld, ExponentialMean mean) {
      this.withheld = withheld;
      this.mean = mean;
    }

    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      if (!Double.isNaN(lastClose)) {
        double force = mean.add((close - lastClose) * volume);
        if (seen < withheld) {
          seen++;
        } else {
          out[0] = force;
        }
      }
      lastClose = close;
    }

    @Override
    public void clear() {
      mean.clear();
      seen = 0;
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(withheld, mean.copy());
      copy.seen = seen;
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
