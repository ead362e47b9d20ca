package io.quantkit.features.indicator.pattern;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;
import java.util.Objects;

/**
 * A chart pattern, told at the bar that confirms it: the first close beyond its line.
 *
 * <p>Outputs, in order: signal: 1 or -1 at a bar that confirms the pattern upwards or downwards,
 * else 0; delay: at such a bar, how many bars ago the last swing point of the pattern was, else 0;
 * height of the pattern at such a bar, in the unit of the price, else 0; target: the line that was
 * broken plus or minus the height, and the close itself if there is no signal and so no move to
 * expect. A target may be negative where the height exceeds the price.
 *
 * <p>Whenever a swing point is confirmed the last ones are compared with the {@link Shape}; if they
 * form it, the pattern waits, from that bar on, for a close beyond one of its lines, at most {@link
 * Geometry#longest} bars after its first swing point. A newer pattern takes the place of one that
 * still waits. Swing points are those of {@link ZigZag} with the same {@link Swings}: a pattern is
 * of one scale, and smaller swings within it do not count.
 *
 * <p>Patterns do not change with the scale of prices. With {@link Swings#atr} the mirror image of
 * prices, {@code c - price}, has the mirror image of every pattern.
 *
 * <p>Warm-up that of the {@link Swings}. A bar without high, low or close is {@code NaN} and starts
 * again. Patterns may depend on all of the past: {@link #settle} is {@link #NEVER}. Source: see
 * {@link Shape}.
 *
 * @param shape what is looked for
 * @param swings what a swing is
 * @param geometry how exact the shape must be
 */
public record ChartPattern(Shape shape, Swings swings, Geometry geometry) implements Feature {

  /** The position of the signal among the outputs: 0. */
  public static final int SIGNAL = 0;

  /** The position of the delay among the outputs: 1. */
  public static final int DELAY = 1;

  /** The position of the height among the outputs: 2. */
  public static final int HEIGHT = 2;

  /** The position of the target among the outputs: 3. */
  public static final int TARGET = 3;

  /** Creates the recipe. */
  public ChartPattern {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(swings, "swings");
    Objects.requireNonNull(geometry, "geometry");
  }

  /** Returns a pattern with the usual tolerances, {@link Geometry#DEFAULT}. */
  public static ChartPattern of(Shape shape, Swings swings) {
    return new ChartPattern(shape, swings, Geometry.DEFAULT);
  }

  @Override
  public List<FeatureName> outputs() {
    String window = swings.label() + "x" + geometry.label();
    return List.of(
        FeatureName.of("pattern", shape.label(), window, "signal"),
        FeatureName.of("pattern", shape.label(), window, "delay"),
        FeatureName.of("pattern", shape.label(), window, "height"),
        FeatureName.of("pattern", shape.label(), window, "target"));
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
    return new State(
        swings.warmup(),
        new ShapeFinder(shape, geometry),
        new SwingTracker(swings),
        new Formation());
  }

  private static final class State implements FeatureKernel {
    private final int warmup;
    private final ShapeFinder finder;
    private final SwingTracker tracker;
    private final Formation formation;
    private double price = Double.NaN;

    State(int warmup, ShapeFinder finder, SwingTracker tracker, Formation formation) {
      this.warmup = warmup;
      this.finder = finder;
      this.tracker = tracker;
      this.formation = formation;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Double.isFinite(high) || !Double.isFinite(low) || !Double.isFinite(close)) {
        tracker.clear();
        formation.clear();
        price = Double.NaN;
        return;
      }
      if (tracker.update(high, low, close) != 0) {
        finder.look(tracker, formation);
      }
      formation.observe(tracker.now(), close);
      price = tracker.now() < warmup ? Double.NaN : close;
    }

    @Override
    public double value(int output) {
      if (Double.isNaN(price)) {
        return Double.NaN;
      }
      int signal = formation.signal();
      return switch (output) {
        case SIGNAL -> signal;
        case DELAY -> signal == 0 ? 0 : tracker.now() - formation.lastSwing();
        case HEIGHT -> signal == 0 ? 0 : formation.height();
        default -> signal == 0 ? price : formation.target();
      };
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(warmup, finder, tracker.copy(), formation.copy());
      copy.price = price;
      return copy;
    }
  }
}
