package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Price Headley's acceleration bands: {@code sma(high (1 + width (high - low) / (high + low)))},
 * {@code sma(close)} and {@code sma(low (1 - width (high - low) / (high + low)))}; TA-Lib's
 * ACCBANDS with width 4.
 *
 * <p>Outputs, in order: upper, middle, lower band, in the unit of the price. Warm-up {@code period
 * - 1}. Does not drift. Source: P. Headley, Big Trends in Trading, 2002.
 *
 * @param period the window, in bars, at least 1
 * @param width how much a bar's relative range widens the bands, positive and finite
 */
public record AccelerationBands(int period, double width) implements Feature {

  /**
   * Creates bands.
   *
   * @throws IllegalArgumentException if the period is below 1 or the width not positive and finite
   */
  public AccelerationBands {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("width", width);
  }

  /** Creates bands of width 4. */
  public AccelerationBands(int period) {
    this(period, 4);
  }

  @Override
  public List<FeatureName> outputs() {
    String window = period + "x" + FeatureName.text(width);
    return List.of(
        FeatureName.of("tech", "accbands", window, "upper"),
        FeatureName.of("tech", "accbands", window, "middle"),
        FeatureName.of("tech", "accbands", window, "lower"));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.PRICES,
        3,
        new Step(width, new WindowMean(period), new WindowMean(period), new WindowMean(period)));
  }

  private record Step(double width, WindowMean upper, WindowMean middle, WindowMean lower)
      implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      double wider = width * ((high - low) / (high + low));
      upper.add(high * (1 + wider));
      middle.add(close);
      lower.add(low * (1 - wider));
      out[0] = upper.mean();
      out[1] = middle.mean();
      out[2] = lower.mean();
    }

    @Override
    public void clear() {
      upper.clear();
      middle.clear();
      lower.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(width, upper.copy(), middle.copy(), lower.copy());
    }
  }
}
