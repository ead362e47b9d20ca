package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.indicator.average.Sma;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingMoments;
import java.util.List;

/**
 * John Carter's squeeze: whether Bollinger bands lie within a Keltner channel.
 *
 * <p>Outputs, in order: 1 while both bands are strictly within the channel and 0 otherwise; the
 * width of the bands over that of the channel, at least 0, {@code NaN} where the channel has no
 * width. The bands are of closes. Warm-up that of the slower one. The usual channel is {@code new
 * Keltner(new Sma(20), 20, 1.5, Keltner.Range.SIMPLE)}, which has the bands' own middle; Lean's is
 * {@code new Keltner(new Ema(20, Input.TYPICAL, Seed.MEAN), 20, 1.5, Keltner.Range.SIMPLE)}.
 * Source: J. Carter, Mastering the Trade, 2005.
 *
 * @param period the window of the bands, in bars, at least 1
 * @param deviations the distance of the bands in deviations, positive and finite; usually 2
 * @param channel what the bands are compared with
 */
public record Squeeze(int period, double deviations, Keltner channel) implements Feature {

  /**
   * Creates a squeeze.
   *
   * @throws IllegalArgumentException if the period is below 1 or {@code deviations} not positive
   *     and finite
   */
  public Squeeze {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("deviations", deviations);
  }

  /** Creates a squeeze of 2 deviations within 1.5 mean true ranges. */
  public Squeeze(int period) {
    this(period, 2, new Keltner(new Sma(period), period, 1.5, Keltner.Range.SIMPLE));
  }

  @Override
  public List<FeatureName> outputs() {
    FeatureName name = channel.outputs().get(0);
    String window = "%dx%sx%s".formatted(period, FeatureName.text(deviations), name.window());
    String indicator = "squeeze_of_" + name.indicator();
    String suffix = name.aggregation().substring("upper".length());
    return List.of(
        FeatureName.of("tech", indicator, window, "on" + suffix),
        FeatureName.of("tech", indicator, window, "ratio" + suffix));
  }

  @Override
  public int warmup(int output) {
    return Math.max(period - 1, channel.warmup(0));
  }

  @Override
  public int settle(double eps) {
    return Math.max(warmup(), channel.settle(eps / 10));
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.PRICES | GapKernel.needs(channel.middle().input()),
        2,
        new Step(deviations, new SlidingMoments(period), channel.start()));
  }

  private record Step(double deviations, SlidingMoments closes, FeatureKernel channel)
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
      channel.update(knownAt, open, high, low, close, volume);
      double reach = deviations * closes.deviation(0);
      double upper = channel.value(0);
      double lower = channel.value(2);
      double width = upper - lower;
      if (!Double.isNaN(width) && !Double.isNaN(reach)) {
        boolean within = closes.mean() + reach < upper && closes.mean() - reach > lower;
        out[0] = within ? 1 : 0;
        out[1] = width == 0 ? Double.NaN : 2 * reach / width;
      }
    }

    @Override
    public void clear() {
      closes.clear();
      channel.update(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @Override
    public BarStep copy() {
      return new Step(deviations, closes.copy(), channel.copy());
    }
  }
}
