package io.quantkit.features.indicator.price;

import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.RowIndicator;
import io.quantkit.features.RowKernel;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingRange;
import io.quantkit.features.kernel.rows.SlidingExtremes;
import java.util.List;

/**
 * The smallest and the largest number of a rolling window, and the point half-way: TA-Lib's MIN,
 * MAX, MINMAX and MIDPOINT.
 *
 * <p>Outputs, in order: minimum, maximum, middle, in the unit of the input. Warm-up {@code period -
 * 1}.
 *
 * @param period the window, in observations, at least 1
 * @param input what is compared
 */
public record RollingExtremes(int period, Input input) implements RowIndicator {

  /** The position of the minimum among the outputs: 0. */
  public static final int MINIMUM = 0;

  /** The position of the maximum among the outputs: 1. */
  public static final int MAXIMUM = 1;

  /** The position of the middle among the outputs: 2. */
  public static final int MIDDLE = 2;

  /**
   * Creates a window.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public RollingExtremes {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates extremes of closes. */
  public RollingExtremes(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "extremes", period, input.aggregation("min")),
        FeatureName.of("tech", "extremes", period, input.aggregation("max")),
        FeatureName.of("tech", "extremes", period, input.aggregation("middle")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(new SlidingRange(period));
  }

  @Override
  public RowKernel rows(int symbols) {
    SlidingExtremes lowest = SlidingExtremes.minima(period, symbols);
    SlidingExtremes highest = SlidingExtremes.maxima(period, symbols);
    return (before, in, out) -> {
      lowest.add(in[0], out[MINIMUM]);
      highest.add(in[0], out[MAXIMUM]);
      for (int s = 0; s < symbols; s++) {
        out[MIDDLE][s] = out[MINIMUM][s] + (out[MAXIMUM][s] - out[MINIMUM][s]) / 2;
      }
    };
  }

  private static final class State implements BlockIndicator {
    private final SlidingRange window;
    private double[][] scratch = {};

    State(SlidingRange window) {
      this.window = window;
    }

    @Override
    public double update(double x) {
      if (Double.isFinite(x)) {
        window.add(x, x);
      } else {
        window.clear();
      }
      return window.lowest();
    }

    @Override
    public boolean warm() {
      return window.full();
    }

    @Override
    public void block(double[] in, int from, int to, double[][] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[2][SIZE];
      }
      int n = to - from;
      double[] highest = scratch[0];
      double[] lowest = scratch[1];
      System.arraycopy(in, from, highest, 0, n);
      window.add(highest, highest, n, highest, lowest);
      System.arraycopy(lowest, 0, out[MINIMUM], outFrom, n);
      if (out.length > MAXIMUM) {
        System.arraycopy(highest, 0, out[MAXIMUM], outFrom, n);
      }
      if (out.length > MIDDLE) {
        for (int i = 0; i < n; i++) {
          highest[i] = middle(lowest[i], highest[i]);
        }
        System.arraycopy(highest, 0, out[MIDDLE], outFrom, n);
      }
    }

    private static double middle(double lowest, double highest) {
      return lowest + (highest - lowest) / 2;
    }

    @Override
    public double value(int output) {
      return switch (output) {
        case MINIMUM -> window.lowest();
        case MAXIMUM -> window.highest();
        default -> middle(window.lowest(), window.highest());
      };
    }

    @Override
    public IndicatorKernel copy() {
      return new State(window.copy());
    }
  }
}
