package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Convention;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import java.util.List;

/**
 * Wilder's true range: the largest of {@code high - low}, {@code |high - last close|} and {@code
 * |low - last close|}; TA-Lib's TRANGE.
 *
 * <p>In the unit of the price, at least 0. By {@link Convention#TA_LIB} the first bar has none, so
 * the warm-up is 1; by the others it is the first bar's {@code high - low}. Source: J. Welles
 * Wilder, New Concepts in Technical Trading Systems, 1978.
 *
 * @param convention whose first bar
 */
public record TrueRange(Convention convention) implements Feature {

  /** Creates a range as TA-Lib has it. */
  public TrueRange() {
    this(Convention.TA_LIB);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", convention.label("true-range"), "1", "raw"));
  }

  @Override
  public int warmup(int output) {
    return convention == Convention.TA_LIB ? 1 : 0;
  }

  @Override
  public int settle(double eps) {
    return 1;
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(GapKernel.PRICES, 1, new Step(convention == Convention.TA_LIB));
  }

  private static final class Step implements BarStep {
    private final boolean withheld;
    private double lastClose = Double.NaN;

    Step(boolean withheld) {
      this.withheld = withheld;
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
        out[0] = io.quantkit.features.kernel.TrueRange.of(high, low, lastClose);
      } else if (!withheld) {
        out[0] = high - low;
      }
      lastClose = close;
    }

    @Override
    public void clear() {
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(withheld);
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
