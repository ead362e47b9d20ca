package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BlockIndicator;
import io.quantkit.features.kernel.Filter;
import io.quantkit.features.kernel.FilterKernel;
import io.quantkit.features.kernel.SlidingRange;
import java.util.List;

/**
 * The middle of the range of the window, TA-Lib's {@code MIDPOINT}: {@code (max(x, n) + min(x, n))
 * / 2}.
 *
 * <p>In the unit of the input and within its range. Warm-up {@code period - 1}.
 *
 * @param period the window, in observations, at least 1
 * @param input what is averaged
 */
public record Midpoint(int period, Input input) implements Indicator {

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public Midpoint {
    Checks.atLeast("period", period, 1);
  }

  /** Creates a middle of closes. */
  public Midpoint(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "midpoint", period, input.aggregation("raw")));
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
    return new FilterKernel(new Middle(new SlidingRange(period)));
  }

  private static final class Middle implements Filter {
    private final SlidingRange window;
    private double[][] scratch = {};

    Middle(SlidingRange window) {
      this.window = window;
    }

    @Override
    public double add(double x) {
      window.add(x, x);
      return (window.highest() + window.lowest()) / 2;
    }

    @Override
    public void add(double[] in, int from, int to, double[] out, int outFrom) {
      if (scratch.length == 0) {
        scratch = new double[2][BlockIndicator.SIZE];
      }
      double[] highest = scratch[0];
      double[] lowest = scratch[1];
      for (int begin = from; begin < to; begin += BlockIndicator.SIZE) {
        int n = Math.min(BlockIndicator.SIZE, to - begin);
        System.arraycopy(in, begin, highest, 0, n);
        window.add(highest, highest, n, highest, lowest);
        for (int i = 0; i < n; i++) {
          highest[i] = (highest[i] + lowest[i]) / 2;
        }
        System.arraycopy(highest, 0, out, outFrom + begin - from, n);
      }
    }

    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public Filter copy() {
      return new Middle(window.copy());
    }
  }
}
