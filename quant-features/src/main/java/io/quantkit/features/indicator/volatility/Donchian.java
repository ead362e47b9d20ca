package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.RangeKernel;
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
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("lag", lag, 0);
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
    return new RangeKernel(period, lag, true, 5, Donchian::channel);
  }

  private static void channel(
      double[] highest, double[] lowest, double[] close, int count, double[][] out) {
    double[] upper = out[UPPER];
    double[] middle = out[MIDDLE];
    double[] lower = out[LOWER];
    double[] width = out[WIDTH];
    double[] position = out[POSITION];
    for (int i = 0; i < count; i++) {
      double high = highest[i];
      double low = lowest[i];
      double half = (high + low) / 2;
      double range = high - low;
      upper[i] = high;
      lower[i] = low;
      middle[i] = half;
      width[i] = range / half;
      position[i] = (close[i] - low) / range;
    }
    if (!Finite.all(position, 0, count)) {
      for (int i = 0; i < count; i++) {
        position[i] = highest[i] == lowest[i] ? Double.NaN : position[i];
      }
    }
  }
}
