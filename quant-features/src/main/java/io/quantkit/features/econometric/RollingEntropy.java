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
 * {@link Entropies#shannon} and {@link Entropies#permutation} of a rolling window: how evenly the
 * numbers fill {@code bins} cells of equal width, in nats, within [0, ln(bins)], and how evenly all
 * orders of {@code order} successive numbers occur, within [0, 1].
 *
 * <p>Warm-up {@code period - 1}, one more for returns. A step costs {@code O(period)}. Source: C.
 * Shannon, Bell System Technical Journal 27, 1948; C. Bandt and B. Pompe, Physical Review Letters
 * 88, 2002.
 *
 * @param period the window, at least {@code order} + 1
 * @param bins how many cells, at least 2
 * @param order how many numbers make a pattern, from 2 to 7
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingEntropy(int period, int bins, int order, Measured measured, Input input)
    implements Indicator {

  private static final class Window implements WindowFunction {
    private final int order;
    private final int[] cellCounts;
    private final int[] orderCounts;
    private final double[] range;

    Window(int order, int[] cellCounts, int[] orderCounts, double[] range) {
      this.order = order;
      this.cellCounts = cellCounts;
      this.orderCounts = orderCounts;
      this.range = range;
    }

    Window(int bins, int order) {
      this(order, new int[bins], new int[Entropies.factorial(order)], new double[2]);
    }

    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      out[0] = Entropies.shannon(cells, from, to, cellCounts, range);
      out[1] = Entropies.permutation(cells, from, to, order, orderCounts);
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingEntropy {
    Parameters.atLeast("bins", bins, 2);
    Parameters.atLeast("order", order, 2);
    if (order > 7) {
      throw new IllegalArgumentException("order must be at most 7, was " + order);
    }
    Parameters.atLeast("period", period, order + 1);
  }

  /** Creates entropies of the simple returns of closes with 10 cells and orders of 3. */
  public RollingEntropy(int period) {
    this(period, 10, 3, Measured.RETURNS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "entropy", measured, input, period + "x" + bins + "x" + order, "shannon", "permutation");
  }

  @Override
  public int warmup(int output) {
    return measured.lead() + period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new MeasuredKernel(
        measured, new RecomputedWindow(period, () -> new Window(bins, order)), 2);
  }
}
