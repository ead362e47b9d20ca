package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Require;
import java.util.List;

/**
 * Richard Donchian's channel: the highest high and the lowest low of a window, and the point
 * half-way; the last one is TA-Lib's MIDPRICE, and with {@code lag = 1} it is the price channel,
 * whose bounds the bar itself can break.
 *
 * <p>Outputs, in order: upper, middle, lower, in the unit of the price; width {@code (upper -
 * lower) / middle}; and {@code (close - lower) / (upper - lower)}, {@code NaN} in a channel without
 * width. Warm-up {@code period - 1 + lag}.
 *
 * @param period the window, in bars, at least 1
 * @param lag how many bars ago the window ends: 0 includes the bar, 1 does not
 */
public record Donchian(int period, int lag) implements Feature {

  /** The position of the upper bound among the outputs: 0. */
  public static final int UPPER = 0;

  /** The position of the middle among the outputs: 1. */
  public static final int MIDDLE = 1;

  /** The position of the lower bound among the outputs: 2. */
  public static final int LOWER = 2;

  /** The position of the relative width among the outputs: 3. */
  public static final int WIDTH = 3;

  /** The position of the close within the channel among the outputs: 4. */
  public static final int POSITION = 4;

  /**
   * Creates a channel.
   *
   * @throws IllegalArgumentException if the period is below 1 or the lag below 0
   */
  public Donchian {
    Require.atLeast("period", period, 1);
    Require.atLeast("lag", lag, 0);
  }

  /** Creates a channel that includes the bar. */
  public Donchian(int period) {
    this(period, 0);
  }

  @Override
  public List<FeatureName> outputs() {
    String window = lag == 0 ? Integer.toString(period) : period + "x" + lag;
    return List.of(
        FeatureName.of("tech", "donchian", window, "upper"),
        FeatureName.of("tech", "donchian", window, "middle"),
        FeatureName.of("tech", "donchian", window, "lower"),
        FeatureName.of("tech", "donchian", window, "width"),
        FeatureName.of("tech", "donchian", window, "position"));
  }

  @Override
  public int warmup(int output) {
    return period - 1 + lag;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(GapKernel.PRICES, 5, new Step(new LaggedRange(period, lag)));
  }

  private record Step(LaggedRange window) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      window.add(high, low);
      double upper = window.high();
      double lower = window.low();
      double range = upper - lower;
      out[UPPER] = upper;
      out[MIDDLE] = (upper + lower) / 2;
      out[LOWER] = lower;
      out[WIDTH] = range / out[MIDDLE];
      out[POSITION] = range == 0 ? Double.NaN : (close - lower) / range;
    }

    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(window.copy());
    }
  }
}
