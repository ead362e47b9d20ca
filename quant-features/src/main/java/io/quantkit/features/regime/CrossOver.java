package io.quantkit.features.regime;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import java.util.List;

/**
 * Where an output of one feature crosses that of another: 1 at a bar at which {@code a > b} after
 * {@code a <= b} at the bar before, -1 at one at which {@code a < b} after {@code a >= b}, else 0.
 *
 * <p>Warm-up one bar more than the slower of the two. {@code NaN} while one of them is, and at the
 * bar after. As TradingView's {@code ta.crossover} and {@code ta.crossunder}. A sign does not
 * differ by a little: {@link #settle} is when both agree to 1e-12, whatever the tolerance.
 *
 * @param a what crosses
 * @param outputA which output of it
 * @param b what is crossed
 * @param outputB which output of it
 */
public record CrossOver(Feature a, int outputA, Feature b, int outputB) implements Feature {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a feature has no such output
   */
  public CrossOver {
    check("outputA", a, outputA);
    check("outputB", b, outputB);
  }

  private static void check(String name, Feature feature, int output) {
    int last = feature.outputs().size() - 1;
    if (output < 0 || output > last) {
      throw new IllegalArgumentException(name + " must be within [0, " + last + "], was " + output);
    }
  }

  /** Returns where the first output of one feature crosses that of another. */
  public static CrossOver of(Feature a, Feature b) {
    return new CrossOver(a, 0, b, 0);
  }

  @Override
  public List<FeatureName> outputs() {
    FeatureName first = a.outputs().get(outputA);
    FeatureName second = b.outputs().get(outputB);
    return List.of(
        FeatureName.of(
            first.category(),
            "cross_of_" + first + "_and_" + second.category() + "_" + second.indicator(),
            second.window(),
            second.aggregation()));
  }

  @Override
  public int warmup(int output) {
    return Math.max(a.warmup(outputA), b.warmup(outputB)) + 1;
  }

  @Override
  public int settle(double eps) {
    return Parts.plus(Parts.settle(1e-12, a, b), 1);
  }

  @Override
  public FeatureKernel start() {
    return new State(outputA, outputB, new Parts(a, b));
  }

  private static final class State implements FeatureKernel {
    private final int outputA;
    private final int outputB;
    private final Parts parts;
    private double side = Double.NaN;
    private double value = Double.NaN;

    State(int outputA, int outputB, Parts parts) {
      this.outputA = outputA;
      this.outputB = outputB;
      this.parts = parts;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      parts.update(knownAt, open, high, low, close, volume);
      double before = side;
      double first = parts.value(0, outputA);
      double second = parts.value(1, outputB);
      side =
          Double.isNaN(first) || Double.isNaN(second)
              ? Double.NaN
              : first > second ? 1 : first < second ? -1 : 0;
      if (Double.isNaN(before) || Double.isNaN(side)) {
        value = Double.NaN;
      } else {
        value = side > 0 && before <= 0 ? 1 : side < 0 && before >= 0 ? -1 : 0;
      }
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(outputA, outputB, parts.copy());
      copy.side = side;
      copy.value = value;
      return copy;
    }
  }
}
