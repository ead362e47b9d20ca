package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Richard Arms' ease of movement: the simple average of {@code (middle[t] - middle[t-1]) (high -
 * low) scale / volume} with {@code middle = (high + low) / 2}.
 *
 * <p>In squared price per unit of volume, times the scale. Warm-up {@code period}. A bar without
 * range or without volume counts 0, as in Lean and talipp. Does not drift. Source: R. Arms, Volume
 * Cycles in the Stock Market, 1983.
 *
 * @param period the window, in bars, at least 1; 1 leaves the bar's own value
 * @param scale what volume is counted in, positive and finite: 10,000 usually
 */
public record EaseOfMovement(int period, double scale) implements Feature {

  /**
   * Creates an ease.
   *
   * @throws IllegalArgumentException if the period is below 1 or the scale not positive and finite
   */
  public EaseOfMovement {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("scale", scale);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "emv", period + "x" + FeatureName.text(scale), "raw"));
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
    return new GapKernel(
        GapKernel.RANGE | GapKernel.VOLUME, 1, new Step(scale, new WindowMean(period)));
  }

  private static final class Step implements BarStep {
    private final double scale;
    private final WindowMean window;
    private double lastMiddle = Double.NaN;

    Step(double scale, WindowMean window) {
      this.scale = scale;
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
      double middle = (high + low) / 2;
      if (!Double.isNaN(lastMiddle)) {
        double range = high - low;
        double ease =
            range == 0 || volume == 0 ? 0 : (middle - lastMiddle) / (volume / scale / range);
        if (Double.isFinite(ease)) {
          window.add(ease);
        } else {
          window.clear();
        }
        out[0] = window.mean();
      }
      lastMiddle = middle;
    }

    @Override
    public void clear() {
      window.clear();
      lastMiddle = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(scale, window.copy());
      copy.lastMiddle = lastMiddle;
      return copy;
    }
  }
}
