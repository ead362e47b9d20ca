package io.quantkit.features.econometric;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingOrder;
import io.quantkit.features.kernel.WindowStatistic;
import java.util.List;

/**
 * How heavy the lower tail of the simple returns in a rolling window is: {@link
 * ExtremeValues#hill}'s tail index of the largest losses, and shape and scale of {@link
 * ExtremeValues#peaksOverThreshold} above the loss that follows them.
 *
 * <p>Index and shape are pure numbers, 0 for thin tails, 0.3 usual for stocks; the scale is in
 * returns. The index is {@code NaN} if the loss after the largest is not positive. Warm-up {@code
 * period}. A step costs {@code O(count)} besides moving part of a sorted window. Source: B. Hill,
 * Annals of Statistics 3, 1975; J. Hosking and J. Wallis, Technometrics 29, 1987.
 *
 * @param period the window, in returns, above the count
 * @param count how many losses count as extreme, at least 2 and at most a quarter of the window
 * @param input what is measured
 */
public record TailShape(int period, int count, Input input) implements Indicator {

  private static final class State implements WindowStatistic {
    private final int count;
    private final SlidingOrder window;
    private final double[] excess;
    private final double[] fit;

    State(int count, SlidingOrder window, double[] excess, double[] fit) {
      this.count = count;
      this.window = window;
      this.excess = excess;
      this.fit = fit;
    }

    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public boolean add(double x) {
      return window.add(x);
    }

    @Override
    public void write(double[] out) {
      double border = -window.at(count);
      double sum = 0;
      for (int i = 0; i < count; i++) {
        double loss = -window.at(i);
        excess[count - 1 - i] = loss - border;
        sum += border > 0 ? StrictMath.log(loss / border) : Double.NaN;
      }
      ExtremeValues.pareto(excess, count, fit);
      out[0] = sum / count;
      out[1] = fit[0];
      out[2] = fit[1];
    }

    @Override
    public WindowStatistic copy() {
      return new State(count, window.copy(), new double[count], new double[2]);
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public TailShape {
    Parameters.atLeast("count", count, 2);
    Parameters.atLeast("period", period, 4 * count);
  }

  /** Creates shapes of closes. */
  public TailShape(int period, int count) {
    this(period, count, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names(
        "tail-shape", Measured.RETURNS, input, period + "x" + count, "hill", "shape", "scale");
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new MeasuredKernel(
        Measured.RETURNS,
        new State(count, new SlidingOrder(period), new double[count], new double[2]),
        3);
  }
}
