package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Require;
import io.quantkit.features.kernel.SlidingMoments;
import java.util.List;

/**
 * John Carter's squeeze: whether Bollinger bands lie within Keltner channels, both around the same
 * simple average, that is, whether {@code deviations deviation(close, n) < ranges mean(true range,
 * n)}.
 *
 * <p>Outputs, in order: 1 while the squeeze is on and 0 otherwise; the ratio of the two sides, at
 * least 0 and below 1 while it is on, {@code NaN} where the range is 0. Warm-up {@code period}; the
 * first bar has no true range. Does not drift. Source: J. Carter, Mastering the Trade, 2005.
 *
 * @param period both windows, in bars, at least 1
 * @param deviations the width of the Bollinger bands, positive and finite; usually 2
 * @param ranges the width of the Keltner channels, positive and finite; usually 1.5
 */
public record Squeeze(int period, double deviations, double ranges) implements Feature {

  /**
   * Creates a squeeze.
   *
   * @throws IllegalArgumentException if the period is below 1 or a width not positive and finite
   */
  public Squeeze {
    Require.atLeast("period", period, 1);
    Require.positive("deviations", deviations);
    Require.positive("ranges", ranges);
  }

  /** Creates a squeeze of 2 deviations and 1.5 ranges. */
  public Squeeze(int period) {
    this(period, 2, 1.5);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        "%dx%sx%s".formatted(period, FeatureName.text(deviations), FeatureName.text(ranges));
    return List.of(
        FeatureName.of("tech", "squeeze", window, "on"),
        FeatureName.of("tech", "squeeze", window, "ratio"));
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
        GapKernel.PRICES,
        2,
        new Step(
            deviations,
            ranges,
            new SlidingMoments(period, 2),
            new RangeMean(period, RangeMean.Kind.SIMPLE, false)));
  }

  private record Step(double deviations, double ranges, SlidingMoments closes, RangeMean range)
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
      closes.add(close);
      double channel = ranges * range.add(high, low, close);
      if (!Double.isNaN(channel)) {
        double bands = deviations * closes.deviation(0);
        out[0] = bands < channel ? 1 : 0;
        out[1] = channel == 0 ? Double.NaN : bands / channel;
      }
    }

    @Override
    public void clear() {
      closes.clear();
      range.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(deviations, ranges, closes.copy(), range.copy());
    }
  }
}
