package io.quantkit.features.econometric;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.RecomputedWindow;
import io.quantkit.features.kernel.WindowFunction;
import java.util.List;

/**
 * {@link VarianceRatio} of the logarithms in a rolling window: the ratio, at least 0, and its
 * normal statistics without and with allowance for changing variance.
 *
 * <p>Warm-up {@code period - 1}; {@code NaN} if prices do not move. A step costs {@code O(period
 * q)}. Source: A. Lo and A. MacKinlay, Review of Financial Studies 1, 1988.
 *
 * @param period the window, in prices, more than twice {@code q}
 * @param q the number of steps, at least 2
 * @param input what is measured
 */
public record RollingVarianceRatio(int period, int q, Input input) implements Indicator {

  private static final class Window implements WindowFunction {
    private final int q;
    private final double[] squares;

    Window(int q, double[] squares) {
      this.q = q;
      this.squares = squares;
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      VarianceRatio.compute(cells, from, to, q, squares, out);
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingVarianceRatio {
    Parameters.atLeast("q", q, 2);
    Parameters.atLeast("period", period, 2 * q + 1);
  }

  /** Creates a ratio of closes. */
  public RollingVarianceRatio(int period, int q) {
    this(period, q, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "variance-ratio", Measured.LOGS, input, period + "x" + q, "ratio", "z", "z-robust");
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
    return new MeasuredKernel(
        Measured.LOGS, new RecomputedWindow(period, () -> new Window(q, new double[period])), 3);
  }
}
