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
 * Whether the mean of the numbers in a rolling window changed: the largest F statistic of a change
 * at one of the bars that leave {@code trim} of the window on either side, how many bars ago that
 * was, and the largest magnitude of the partial sums of deviations over {@code s sqrt(n)}.
 *
 * <p>{@link StructuralBreaks#supF} and {@link StructuralBreaks#cusumOfResiduals} without
 * regressors; the former exceeds 8.7, the latter 1.36 in about 5 % of long stable windows.
 * Statistics are at least 0. Warm-up {@code period - 1}, one more for returns; {@code NaN} of equal
 * numbers. A step costs {@code O(period)}. Source: D. Andrews, Econometrica 61, 1993; W. Ploberger
 * and W. Kramer, Econometrica 60, 1992.
 *
 * @param period the window, at least 10
 * @param trim within (0, 0.5), such as 0.15
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingBreak(int period, double trim, Measured measured, Input input)
    implements Indicator {

  private record Window(int first) implements WindowFunction {
    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      int n = to - from;
      double mean = Samples.mean(cells, from, to);
      double squares = 0;
      for (int i = from; i < to; i++) {
        squares = Math.fma(cells[i] - mean, cells[i] - mean, squares);
      }
      double sum = 0;
      double excursion = 0;
      double explained = 0;
      int at = first;
      for (int k = 1; k < n; k++) {
        sum += cells[from + k - 1] - mean;
        excursion = Math.max(excursion, Math.abs(sum));
        double gain = sum * sum * ((double) n / k / (n - k));
        if (k >= first && k <= n - first && gain > explained) {
          explained = gain;
          at = k;
        }
      }
      boolean varies = squares > 0;
      out[0] = varies ? explained / (Math.max(0, squares - explained) / (n - 2)) : Double.NaN;
      out[1] = varies ? n - at : Double.NaN;
      out[2] = varies ? excursion / Math.sqrt(squares / (n - 1) * n) : Double.NaN;
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingBreak {
    Parameters.atLeast("period", period, 10);
    MeasuredKernel.checkWithin("trim", trim, 0, 0.5);
  }

  /** Creates statistics of the simple returns of closes. */
  public RollingBreak(int period) {
    this(period, 0.15, Measured.RETURNS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "break", measured, input, period + "x" + FeatureName.text(trim), "sup-f", "bars", "cusum");
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
        measured,
        new RecomputedWindow(period, () -> new Window(Math.max(2, (int) Math.ceil(trim * period)))),
        3);
  }
}
