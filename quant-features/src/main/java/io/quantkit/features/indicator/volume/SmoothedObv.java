package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.RunningTotal;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * The simple average of on-balance volume, see {@link Obv}; talipp's {@code SOBV}.
 *
 * <p>In units of volume. Warm-up {@code period - 1}. Its level depends on where the stream begins,
 * so it never settles. Rounding errors of the total are summed as well.
 *
 * @param period the window, in bars, at least 1
 */
public record SmoothedObv(int period) implements Feature {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public SmoothedObv {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "sobv", period, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.CLOSE | GapKernel.VOLUME,
        1,
        new Step(new RunningTotal(), new WindowMean(period)));
  }

  private static final class Step implements BarStep {
    private final RunningTotal total;
    private final WindowMean window;
    private double lastClose = Double.NaN;

    Step(RunningTotal total, WindowMean window) {
      this.total = total;
      this.window = window;
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
      double sign = Double.isNaN(lastClose) ? 1 : Math.signum(close - lastClose);
      window.add(total.add(sign * volume));
      out[0] = window.mean();
      lastClose = close;
    }

    @Override
    public void clear() {
      total.clear();
      window.clear();
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(total.copy(), window.copy());
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
