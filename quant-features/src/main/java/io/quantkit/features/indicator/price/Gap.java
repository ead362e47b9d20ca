package io.quantkit.features.indicator.price;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import java.util.List;

/**
 * The gap at the open: {@code open[t] - close[t-1]}, and as a fraction {@code open[t] / close[t-1]
 * - 1}.
 *
 * <p>Outputs, in order: the difference in the unit of the price, the fraction. Warm-up 1.
 */
public record Gap() implements Feature {

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "gap", "1", "raw"), FeatureName.of("tech", "gap", "1", "fraction"));
  }

  @Override
  public int warmup(int output) {
    return 1;
  }

  @Override
  public int settle(double eps) {
    return 1;
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(GapKernel.OPEN | GapKernel.CLOSE, 2, new Step());
  }

  private static final class Step implements BarStep {
    private double lastClose = Double.NaN;

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
        out[0] = open - lastClose;
        out[1] = open / lastClose - 1;
      }
      lastClose = close;
    }

    @Override
    public void clear() {
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step();
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
