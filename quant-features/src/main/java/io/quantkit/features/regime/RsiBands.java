package io.quantkit.features.regime;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.indicator.momentum.Rsi;
import io.quantkit.features.indicator.volatility.Bollinger;
import java.util.List;

/**
 * Relative strength and the place within the Bollinger bands, together.
 *
 * <p>Outputs, in order: score {@code ((rsi - 50) / 50 + (2 position - 1)) / 2}, 0 in the middle of
 * both, 1 at an index of 100 on the upper band; signal: 1 if the index is at most {@code low} and
 * the close at or below the lower band, -1 if it is at least {@code 100 - low} and the close at or
 * above the upper band, else 0. Warm-up of the slower of the two. {@code NaN} in a window of equal
 * closes, which has no bands. Of closes. Source: J. Bollinger, Bollinger on Bollinger Bands, 2001,
 * where an oscillator confirms a tag of a band.
 *
 * @param rsiPeriod the smoothing of the index, at least 1
 * @param bandPeriod the window of the bands, at least 2
 * @param width the distance of the bands in standard deviations, positive and finite
 * @param low the index up to which it counts as oversold, within (0, 50)
 */
public record RsiBands(int rsiPeriod, int bandPeriod, double width, double low) implements Feature {

  /** The position of the score among the outputs: 0. */
  public static final int SCORE = 0;

  /** The position of the signal among the outputs: 1. */
  public static final int SIGNAL = 1;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if {@code rsiPeriod} is below 1, {@code bandPeriod} below 2,
   *     {@code width} not positive and finite or {@code low} not within (0, 50)
   */
  public RsiBands {
    if (rsiPeriod < 1) {
      throw new IllegalArgumentException("rsiPeriod must be at least 1, was " + rsiPeriod);
    }
    if (bandPeriod < 2) {
      throw new IllegalArgumentException("bandPeriod must be at least 2, was " + bandPeriod);
    }
    if (!(width > 0) || width == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("width must be positive and finite, was " + width);
    }
    if (!(low > 0 && low < 50)) {
      throw new IllegalArgumentException("low must be within (0, 50), was " + low);
    }
  }

  /** Creates the usual one: an index of 14 bars, bands of 20 bars and 2 deviations, 30 and 70. */
  public RsiBands() {
    this(14, 20, 2, 30);
  }

  private Rsi rsi() {
    return new Rsi(rsiPeriod);
  }

  private Bollinger bands() {
    return new Bollinger(bandPeriod, width, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        rsiPeriod + "x" + bandPeriod + "x" + FeatureName.text(width) + "x" + FeatureName.text(low);
    return List.of(
        FeatureName.of("tech", "rsi-bands", window, "score"),
        FeatureName.of("tech", "rsi-bands", window, "signal"));
  }

  @Override
  public int warmup(int output) {
    return Math.max(rsi().warmup(), bands().warmup());
  }

  /** Signals do not differ by a little: returns after how many bars both agree to 1e-12. */
  @Override
  public int settle(double eps) {
    return Parts.settle(1e-12, rsi(), bands());
  }

  @Override
  public FeatureKernel start() {
    return new State(low, new Parts(rsi(), bands()));
  }

  private static final class State implements FeatureKernel {
    private final double low;
    private final Parts parts;

    State(double low, Parts parts) {
      this.low = low;
      this.parts = parts;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      parts.update(knownAt, open, high, low, close, volume);
    }

    @Override
    public double value(int output) {
      double rsi = parts.value(0, 0);
      double position = parts.value(1, Bollinger.POSITION);
      if (Double.isNaN(rsi) || Double.isNaN(position)) {
        return Double.NaN;
      }
      if (output == SCORE) {
        return ((rsi - 50) / 50 + (2 * position - 1)) / 2;
      }
      return rsi <= low && position <= 0 ? 1 : rsi >= 100 - low && position >= 1 ? -1 : 0;
    }

    @Override
    public FeatureKernel copy() {
      return new State(low, parts.copy());
    }
  }
}
