package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * Bands at a number of average true ranges above and below a price.
 *
 * <p>Outputs, in order: upper and lower band, in the unit of the price. Warm-up {@code period}; the
 * range is TA-Lib's ATR, see {@link Atr}.
 *
 * @param period Wilder's smoothing of the range, at least 1
 * @param width the distance of the bands in average true ranges, positive and finite
 * @param input what the bands are around
 */
public record AtrBands(int period, double width, Input input) implements Feature {

  /**
   * Creates bands.
   *
   * @throws IllegalArgumentException if the period is below 1 or the width not positive and finite
   */
  public AtrBands {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("width", width);
  }

  /** Creates bands around closes. */
  public AtrBands(int period, double width) {
    this(period, width, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String window = period + "x" + FeatureName.text(width);
    return List.of(
        FeatureName.of("tech", "atr-bands", window, input.aggregation("upper")),
        FeatureName.of("tech", "atr-bands", window, input.aggregation("lower")));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return RangeMean.settle(period, RangeMean.Kind.WILDER, eps);
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.PRICES | GapKernel.needs(input),
        2,
        new Step(input, width, new RangeMean(period, RangeMean.Kind.WILDER, false)));
  }

  private record Step(Input input, double width, RangeMean range) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      double center = input.of(open, high, low, close, volume);
      double reach = width * range.add(high, low, close);
      out[0] = center + reach;
      out[1] = center - reach;
    }

    @Override
    public void clear() {
      range.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(input, width, range.copy());
    }
  }
}
