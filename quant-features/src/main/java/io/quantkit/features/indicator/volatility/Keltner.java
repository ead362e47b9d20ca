package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.indicator.average.Ema;
import io.quantkit.features.kernel.BarBlock;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;
import java.util.Locale;

/**
 * Keltner channels: an average, and that plus and minus {@code width} times an average of ranges.
 *
 * <p>Outputs, in order: upper, middle, lower band, in the unit of the price. Chester Keltner's own
 * channel is {@code new Keltner(new Sma(10, Input.TYPICAL), 10, 1, Keltner.Range.BARS)}; Linda
 * Raschke's, which TradingView draws, {@code new Keltner(new Ema(20), 10, 2,
 * Keltner.Range.WILDER)}; Lean's {@code new Keltner(new Sma(20, Input.TYPICAL), 20, 1.5,
 * Keltner.Range.SIMPLE)}. The warm-up is that of the slower one of middle and range; the first bar
 * has no true range. Source: C. Keltner, How to Make Money in Commodities, 1960.
 *
 * @param middle what the channel is around: its first output
 * @param period the average of ranges, in bars, at least 1
 * @param width the distance of the bands in average ranges, positive and finite
 * @param range what is averaged, and how
 */
public record Keltner(Indicator middle, int period, double width, Range range) implements Feature {

  /** What the width of the channel is measured in. */
  public enum Range {
    /** Wilder's average true range. */
    WILDER,
    /** The exponential mean of true ranges, from the mean of the first ones. */
    EXPONENTIAL,
    /** The simple mean of true ranges. */
    SIMPLE,
    /** The simple mean of {@code high - low}. */
    BARS
  }

  /**
   * Creates a channel.
   *
   * @throws IllegalArgumentException if the period is below 1 or the width not positive and finite
   */
  public Keltner {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("width", width);
  }

  /** Creates a channel of average true ranges around an exponential average of closes. */
  public Keltner(int average, int period, double width) {
    this(new Ema(average), period, width, Range.WILDER);
  }

  @Override
  public List<FeatureName> outputs() {
    FeatureName name = middle.outputs().get(0);
    String indicator =
        "keltner-%s_of_%s_%s"
            .formatted(range.name().toLowerCase(Locale.ROOT), name.category(), name.indicator());
    String window = "%sx%dx%s".formatted(name.window(), period, FeatureName.text(width));
    String suffix = name.aggregation().equals("raw") ? "" : "-" + name.aggregation();
    return List.of(
        FeatureName.of("tech", indicator, window, "upper" + suffix),
        FeatureName.of("tech", indicator, window, "middle" + suffix),
        FeatureName.of("tech", indicator, window, "lower" + suffix));
  }

  @Override
  public int warmup(int output) {
    return Math.max(middle.warmup(0), RangeMean.warmup(period, kind(), false));
  }

  @Override
  public int settle(double eps) {
    return Math.max(middle.settle(eps), RangeMean.settle(period, kind(), eps));
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.PRICES | GapKernel.needs(middle.input()),
        3,
        new Step(middle.input(), middle.kernel(), width, new RangeMean(period, kind(), false)));
  }

  private RangeMean.Kind kind() {
    return RangeMean.Kind.valueOf(range.name());
  }

  private static final class Step implements BarStep {
    private final Input input;
    private final IndicatorKernel middle;
    private final double width;
    private final RangeMean range;
    private final double[][] center = new double[1][BarBlock.SIZE];

    Step(Input input, IndicatorKernel middle, double width, RangeMean range) {
      this.input = input;
      this.middle = middle;
      this.width = width;
      this.range = range;
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
      double center = middle.update(input.of(open, high, low, close, volume));
      double reach = width * range.add(high, low, close);
      boolean ready = !Double.isNaN(center) && !Double.isNaN(reach);
      out[0] = center + reach;
      out[1] = ready ? center : Double.NaN;
      out[2] = center - reach;
    }

    @Override
    public void steps(BarBlock bars, double[] values, double[][] out, int outFrom) {
      int count = bars.count();
      double[] middles = center[0];
      middle.update(bars.column(input, middles), 0, count, center, 0);
      double[] reach = range.add(bars);
      for (int i = 0; i < count; i++) {
        reach[i] *= width;
      }
      for (int i = 0; i < count; i++) {
        out[0][outFrom + i] = middles[i] + reach[i];
        out[1][outFrom + i] = Double.isNaN(reach[i]) ? Double.NaN : middles[i];
        out[2][outFrom + i] = middles[i] - reach[i];
      }
      for (int o = 0; o < values.length; o++) {
        values[o] = out[o][outFrom + count - 1];
      }
    }

    @Override
    public void clear() {
      middle.update(Double.NaN);
      range.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(input, middle.copy(), width, range.copy());
    }
  }
}
