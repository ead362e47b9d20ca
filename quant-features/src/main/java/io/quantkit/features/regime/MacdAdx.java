package io.quantkit.features.regime;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.indicator.trend.Adx;
import io.quantkit.features.indicator.trend.Macd;
import java.util.List;

/**
 * A moving average divergence that counts only in a trend.
 *
 * <p>Outputs, in order: signal: 1 if the MACD histogram is positive, +DI above -DI and the ADX at
 * least {@code threshold}, -1 if the histogram is negative, +DI below -DI and the ADX at least
 * that, else 0; strength: the ADX with the sign of the histogram, within [-100, 100]. Warm-up of
 * the slower of the two; missing numbers as {@link Adx} has them. Source: the rule that a trend has
 * an ADX of 25 or more is J. Welles Wilder's, New Concepts in Technical Trading Systems, 1978.
 *
 * @param fast the fast average, at least 1
 * @param slow the slow average, longer than {@code fast}
 * @param smoothing the average of the line, at least 1
 * @param period the smoothing of the ADX, at least 2
 * @param threshold the ADX from which on there is a trend, within [0, 100]
 */
public record MacdAdx(int fast, int slow, int smoothing, int period, double threshold)
    implements Feature {

  /** The position of the signal among the outputs: 0. */
  public static final int SIGNAL = 0;

  /** The position of the strength among the outputs: 1. */
  public static final int STRENGTH = 1;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if {@code fast} or {@code smoothing} is below 1, {@code slow}
   *     not longer than {@code fast}, {@code period} below 2 or {@code threshold} outside [0, 100]
   */
  public MacdAdx {
    if (fast < 1) {
      throw new IllegalArgumentException("fast must be at least 1, was " + fast);
    }
    if (slow <= fast) {
      throw new IllegalArgumentException("slow must be longer than " + fast + ", was " + slow);
    }
    if (smoothing < 1) {
      throw new IllegalArgumentException("smoothing must be at least 1, was " + smoothing);
    }
    if (period < 2) {
      throw new IllegalArgumentException("period must be at least 2, was " + period);
    }
    if (!(threshold >= 0 && threshold <= 100)) {
      throw new IllegalArgumentException("threshold must be within [0, 100], was " + threshold);
    }
  }

  /** Creates the usual one: 12, 26 and 9 bars, an ADX of 14 bars and at least 25. */
  public MacdAdx() {
    this(12, 26, 9, 14, 25);
  }

  private Macd macd() {
    return new Macd(fast, slow, smoothing);
  }

  private Adx adx() {
    return new Adx(period);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        fast + "x" + slow + "x" + smoothing + "x" + period + "x" + FeatureName.text(threshold);
    return List.of(
        FeatureName.of("tech", "macd-adx", window, "signal"),
        FeatureName.of("tech", "macd-adx", window, "strength"));
  }

  @Override
  public int warmup(int output) {
    return Math.max(macd().warmup(), adx().warmup());
  }

  /** Signs do not differ by a little: returns after how many bars both agree to 1e-12. */
  @Override
  public int settle(double eps) {
    return Parts.settle(1e-12, macd(), adx());
  }

  @Override
  public FeatureKernel start() {
    return new State(threshold, new Parts(macd(), adx()));
  }

  private static final class State implements FeatureKernel {
    private final double threshold;
    private final Parts parts;

    /** Whether the last bar told high, low and close, which the two read unlike. */
    private boolean complete;

    State(double threshold, Parts parts) {
      this.threshold = threshold;
      this.parts = parts;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      complete = Double.isFinite(high) && Double.isFinite(low) && Double.isFinite(close);
      double seen = complete ? close : Double.NaN;
      parts.update(knownAt, open, high, low, seen, volume);
    }

    @Override
    public double value(int output) {
      double side = Math.signum(parts.value(0, Macd.HISTOGRAM));
      double adx = parts.value(1, Adx.ADX);
      if (!complete || Double.isNaN(side) || Double.isNaN(adx)) {
        return Double.NaN;
      }
      if (output == STRENGTH) {
        return side * adx;
      }
      double direction = Math.signum(parts.value(1, Adx.PLUS) - parts.value(1, Adx.MINUS));
      return adx >= threshold && side == direction ? side : 0;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(threshold, parts.copy());
      copy.complete = complete;
      return copy;
    }
  }
}
