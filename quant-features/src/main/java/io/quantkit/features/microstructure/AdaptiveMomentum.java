package io.quantkit.features.microstructure;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import java.util.List;

/**
 * Momentum over a window that adjusts itself to the regime: short while the price trends, long
 * while it wanders.
 *
 * <p>The efficiency ratio {@code e = |x[t] - x[t-n]| / sum(|x[i] - x[i-1]|, n)} over the longest
 * window {@code n} is 1 in a straight line and near 0 in noise, 0 where the price did not move at
 * all; the window is {@code w = round(longest - e (longest - shortest))}.
 *
 * <p>Outputs, in order: the window, in bars; the efficiency ratio, within [0, 1]; the return over
 * the window, {@code x[t] / x[t-w] - 1}; that return by what a random walk of the same steps would
 * bring in {@code w} bars, {@code (x[t] - x[t-w]) / sqrt(sum of the w squared changes)}, within
 * {@code [-sqrt(w), sqrt(w)]}, {@code NaN} without changes. Warm-up {@code longest}. A step takes
 * time proportional to the longest window. P. Kaufman, Trading Systems and Methods, 1995, for the
 * ratio.
 *
 * @param shortest the window in a perfect trend, at least 1
 * @param longest the window in pure noise, at least {@code shortest}
 * @param input what momentum is of
 */
public record AdaptiveMomentum(int shortest, int longest, Input input) implements Indicator {

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the windows are below 1 or in the wrong order
   */
  public AdaptiveMomentum {
    Check.atLeast("shortest", shortest, 1);
    Check.atLeast("longest", longest, shortest);
  }

  /** Creates a recipe for closes. */
  public AdaptiveMomentum(int shortest, int longest) {
    this(shortest, longest, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String text = shortest + "x" + longest;
    return List.of(
        Check.name("adaptive-momentum", text, input.aggregation("window")),
        Check.name("adaptive-momentum", text, input.aggregation("efficiency")),
        Check.name("adaptive-momentum", text, input.aggregation("return")),
        Check.name("adaptive-momentum", text, input.aggregation("scaled")));
  }

  @Override
  public int warmup(int output) {
    return longest;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(shortest, longest);
  }

  private static final class State implements IndicatorKernel {
    private final int shortest;
    private final int longest;
    private final double[] ring;
    private int next;
    private int filled;
    private final double[] out = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};

    State(int shortest, int longest) {
      this.shortest = shortest;
      this.longest = longest;
      ring = new double[longest + 1];
    }

    @Override
    public double update(double x) {
      for (int o = 0; o < out.length; o++) {
        out[o] = Double.NaN;
      }
      if (!Double.isFinite(x)) {
        filled = 0;
        return Double.NaN;
      }
      ring[next] = x;
      next = next + 1 == ring.length ? 0 : next + 1;
      filled = Math.min(ring.length, filled + 1);
      if (filled == ring.length) {
        compute(x);
      }
      return out[0];
    }

    private void compute(double x) {
      double path = 0;
      double before = ring[next];
      double first = before;
      for (int i = 1; i < ring.length; i++) {
        double now = ring[next + i < ring.length ? next + i : next + i - ring.length];
        path += Math.abs(now - before);
        before = now;
      }
      double efficiency = path > 0 ? Math.min(1, Math.abs(x - first) / path) : 0;
      int window = (int) Math.rint(longest - efficiency * (longest - shortest));
      int at = next + longest - window;
      double from = ring[at < ring.length ? at : at - ring.length];
      double start = from;
      double squares = 0;
      for (int i = longest - window + 1; i < ring.length; i++) {
        double now = ring[next + i < ring.length ? next + i : next + i - ring.length];
        squares = Math.fma(now - from, now - from, squares);
        from = now;
      }
      out[0] = window;
      out[1] = efficiency;
      out[2] = start != 0 ? x / start - 1 : Double.NaN;
      out[3] = squares > 0 ? (x - start) / Math.sqrt(squares) : Double.NaN;
    }

    @Override
    public double value(int output) {
      return out[output];
    }

    @Override
    public IndicatorKernel copy() {
      State copy = new State(shortest, longest);
      System.arraycopy(ring, 0, copy.ring, 0, ring.length);
      System.arraycopy(out, 0, copy.out, 0, out.length);
      copy.next = next;
      copy.filled = filled;
      return copy;
    }
  }
}
