package io.quantkit.features.indicator.pattern;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;
import java.util.Objects;

/**
 * Swing points, told at the bar that confirms them.
 *
 * <p>Outputs, in order: signal: 1 at a bar that confirms a swing high, -1 at one that confirms a
 * swing low, else 0; delay: at such a bar, how many bars ago the swing point was, at least 1, else
 * 0; price: that of the last swing point that is confirmed, and as long as there is none the first
 * close. Charts draw the line to points that are not confirmed yet and move it afterwards; this
 * does not.
 *
 * <p>Warm-up that of the {@link Swings}: none for a fraction, the period for average ranges. A bar
 * without high, low or close is {@code NaN} and starts again. Swings may depend on all of the past:
 * {@link #settle} is {@link #NEVER}.
 *
 * @param swings what a swing is
 */
public record ZigZag(Swings swings) implements Feature {

  /** The position of the signal among the outputs: 0. */
  public static final int SIGNAL = 0;

  /** The position of the delay among the outputs: 1. */
  public static final int DELAY = 1;

  /** The position of the price of the last swing point among the outputs: 2. */
  public static final int PRICE = 2;

  /** Creates the recipe. */
  public ZigZag {
    Objects.requireNonNull(swings, "swings");
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("pattern", "zigzag", swings.label(), "signal"),
        FeatureName.of("pattern", "zigzag", swings.label(), "delay"),
        FeatureName.of("pattern", "zigzag", swings.label(), "price"));
  }

  @Override
  public int warmup(int output) {
    return swings.warmup();
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new State(swings.warmup(), new SwingTracker(swings));
  }

  private static final class State implements FeatureKernel {
    private final int warmup;
    private final SwingTracker tracker;
    private int signal;
    private double first = Double.NaN;

    State(int warmup, SwingTracker tracker) {
      this.warmup = warmup;
      this.tracker = tracker;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
        tracker.clear();
        first = Double.NaN;
        return;
      }
      signal = tracker.update(high, low, close);
      if (Double.isNaN(first)) {
        first = close;
      }
    }

    @Override
    public double value(int output) {
      if (tracker.now() < warmup || Double.isNaN(first)) {
        return Double.NaN;
      }
      return switch (output) {
        case SIGNAL -> signal;
        case DELAY -> signal == 0 ? 0 : tracker.now() - tracker.bar(0);
        default -> tracker.count() == 0 ? first : tracker.price(0);
      };
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(warmup, tracker.copy());
      copy.signal = signal;
      copy.first = first;
      return copy;
    }
  }
}
