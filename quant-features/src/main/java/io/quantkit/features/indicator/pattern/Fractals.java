package io.quantkit.features.indicator.pattern;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.SlidingMaximum;
import java.util.List;

/**
 * Williams fractals, told when they are complete: a high above the {@code reach} highs before and
 * the {@code reach} highs after it, a low below as many lows.
 *
 * <p>Outputs, in order: high: 1 at a bar at which the high of {@code reach} bars ago has become a
 * fractal, else 0; low: likewise; delay: {@code reach} if there is either, else 0. Of equal
 * extremes none is a fractal. Warm-up {@code 2 reach}. A bar without high or low is {@code NaN} and
 * starts again. Source: B. Williams, Trading Chaos, 1995, with a reach of 2.
 *
 * @param reach how many bars on each side, at least 1
 */
public record Fractals(int reach) implements Feature {

  /** The position of the high among the outputs: 0. */
  public static final int HIGH = 0;

  /** The position of the low among the outputs: 1. */
  public static final int LOW = 1;

  /** The position of the delay among the outputs: 2. */
  public static final int DELAY = 2;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the reach is below 1 or above 10,000
   */
  public Fractals {
    if (reach < 1 || reach > 10_000) {
      throw new IllegalArgumentException("reach must be within [1, 10000], was " + reach);
    }
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("pattern", "fractal", reach, "high"),
        FeatureName.of("pattern", "fractal", reach, "low"),
        FeatureName.of("pattern", "fractal", reach, "delay"));
  }

  @Override
  public int warmup(int output) {
    return 2 * reach;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new State(reach);
  }

  private static final class State implements BlockFeature {
    private final int reach;
    private final Side highs;
    private final Side lows;
    private double[][] scratch = {};

    State(int reach) {
      this.reach = reach;
      highs = new Side(reach);
      lows = new Side(reach);
    }

    private State(State other) {
      reach = other.reach;
      highs = new Side(other.highs);
      lows = new Side(other.lows);
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (Double.isFinite(high) && Double.isFinite(low)) {
        highs.add(high);
        lows.add(-low);
      } else {
        highs.clear();
        lows.clear();
      }
    }

    @Override
    public boolean warm() {
      return !Double.isNaN(highs.peak());
    }

    @Override
    public boolean block(BarSeries series, int from, int to, double[][] out) {
      if (scratch.length == 0) {
        scratch = new double[5][SIZE];
      }
      int n = to - from;
      double[] high = scratch[3];
      double[] low = scratch[4];
      series.copyInto(BarField.HIGH, from, to, high, 0);
      series.copyInto(BarField.LOW, from, to, low, 0);
      if (!Finite.all(high, 0, n) || !Finite.all(low, 0, n)) {
        return false;
      }
      for (int i = 0; i < n; i++) {
        low[i] = -low[i];
      }
      highs.add(high, n, scratch);
      lows.add(low, n, scratch);
      System.arraycopy(high, 0, out[HIGH], from, n);
      System.arraycopy(low, 0, out[LOW], from, n);
      for (int i = 0; i < n; i++) {
        high[i] = Math.max(high[i], low[i]) * reach;
      }
      System.arraycopy(high, 0, out[DELAY], from, n);
      return true;
    }

    @Override
    public double value(int output) {
      double high = highs.peak();
      double low = lows.peak();
      return switch (output) {
        case HIGH -> high;
        case LOW -> low;
        default -> Math.max(high, low) * reach;
      };
    }

    @Override
    public FeatureKernel copy() {
      return new State(this);
    }
  }

  /** Tells whether the number in the middle is above as many before and after it. */
  private static final class Side {
    private final Delay middle;
    private final SlidingMaximum before;
    private final SlidingMaximum after;

    /** Delays what is before the middle by the middle and what is after it. */
    private final Delay past;

    private double peak = Double.NaN;

    Side(int reach) {
      middle = new Delay(reach);
      past = new Delay(reach + 1);
      before = new SlidingMaximum(reach);
      after = new SlidingMaximum(reach);
    }

    Side(Side other) {
      middle = other.middle.copy();
      past = other.past.copy();
      before = other.before.copy();
      after = other.after.copy();
      peak = other.peak;
    }

    void clear() {
      middle.clear();
      past.clear();
      before.clear();
      after.clear();
      peak = Double.NaN;
    }

    void add(double x) {
      double candidate = middle.exchange(x);
      double old = past.exchange(x);
      after.add(x);
      if (!Double.isNaN(old) && before.add(old)) {
        peak = candidate > before.maximum() && candidate > after.maximum() ? 1 : 0;
      }
    }

    /** Exchanges numbers, which complete every window, for what {@link #peak} is after each. */
    void add(double[] x, int count, double[][] scratch) {
      double[] candidate = scratch[0];
      double[] earlier = scratch[1];
      double[] later = scratch[2];
      middle.exchange(x, count, candidate);
      past.exchange(x, count, earlier);
      before.add(earlier, 0, count, earlier, 0);
      after.add(x, 0, count, later, 0);
      for (int i = 0; i < count; i++) {
        earlier[i] = Math.max(earlier[i], later[i]);
      }
      for (int i = 0; i < count; i++) {
        x[i] = candidate[i] > earlier[i] ? 1 : 0;
      }
      peak = x[count - 1];
    }

    double peak() {
      return peak;
    }
  }
}
