package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * The volume-weighted average price since an instant, with bands.
 *
 * <p>The first bar that counts is the first one that becomes known after the anchor.
 *
 * <p>Outputs, in order: the average; upper and lower band at {@code width} standard deviations,
 * where the variance is {@code sum(volume (price - average)^2) / sum(volume)}; the deviation; all
 * in the unit of the price. {@code NaN} while no volume has been traded. No warm-up from the anchor
 * on, no value before it. Never settles: it depends on every bar since the anchor, and after a gap
 * it begins anew with the bars after the gap.
 *
 * @param anchor when it begins, in epoch nanoseconds UTC
 * @param width the distance of the bands in deviations, positive and finite
 * @param input the price of a bar; usually {@link Input#TYPICAL}
 */
public record AnchoredVwap(long anchor, double width, Input input) implements Feature {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the width is not positive and finite
   */
  public AnchoredVwap {
    Parameters.positive("width", width);
  }

  /** Creates an average of typical prices with bands at 2 deviations. */
  public AnchoredVwap(long anchor) {
    this(anchor, 2, Input.TYPICAL);
  }

  @Override
  public List<FeatureName> outputs() {
    return VwapNames.of("anchored-" + anchor + "x" + FeatureName.text(width), input);
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
    return new GapKernel(
        GapKernel.VOLUME | GapKernel.needs(input), 4, new Step(this, new VwapTotals()));
  }

  private record Step(AnchoredVwap recipe, VwapTotals totals) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      if (knownAt > recipe.anchor) {
        double price = recipe.input.of(open, high, low, close, volume);
        totals.add(price, volume, recipe.width, out);
      }
    }

    @Override
    public void clear() {
      totals.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(recipe, totals.copy());
    }
  }
}
