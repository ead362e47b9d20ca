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
 * The backward sup-ADF statistic of a rolling window: the largest t-statistic of a unit root over
 * the stretches that end now, {@link Explosiveness#backwardSadf} without lags. Large values tell a
 * bubble that goes on; {@link Explosiveness#criticalValues} tells what is large.
 *
 * <p>Warm-up {@code period - 1}; {@code NaN} of numbers without variation. A step costs {@code
 * O(period)}. Source: P. Phillips, S. Shi and J. Yu, International Economic Review 56, 2015.
 *
 * @param period the longest stretch, at least the shortest
 * @param shortest the shortest stretch, at least 6
 * @param measured what of the input is used
 * @param input what is measured
 */
public record RollingExplosiveness(int period, int shortest, Measured measured, Input input)
    implements Indicator {

  private record Window(int shortest) implements WindowFunction {
    @Override
    public void apply(double[] cells, int from, int to, double[] out) {
      double base = cells[to - 1];
      double sx = 0;
      double sy = 0;
      double xx = 0;
      double xy = 0;
      double yy = 0;
      double largest = Double.NEGATIVE_INFINITY;
      for (int t = to - 1; t > from; t--) {
        double level = cells[t - 1] - base;
        double change = cells[t] - cells[t - 1];
        sx += level;
        sy += change;
        xx = Math.fma(level, level, xx);
        xy = Math.fma(level, change, xy);
        yy = Math.fma(change, change, yy);
        int rows = to - t;
        if (rows + 1 >= shortest) {
          double vx = xx - sx * sx / rows;
          double slope = (xy - sx * sy / rows) / vx;
          double rest = yy - sy * sy / rows - slope * slope * vx;
          double statistic = slope / Math.sqrt(rest / (rows - 2) / vx);
          largest = statistic > largest ? statistic : largest;
        }
      }
      out[0] = Double.isInfinite(largest) ? Double.NaN : largest;
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public RollingExplosiveness {
    Parameters.atLeast("shortest", shortest, 6);
    Parameters.atLeast("period", period, shortest);
  }

  /** Creates a statistic of logarithms of closes with the usual shortest stretch. */
  public RollingExplosiveness(int period) {
    this(period, Math.max(6, Explosiveness.usualWindow(period)), Measured.LOGS, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return MeasuredKernel.names("bsadf", measured, input, period + "x" + shortest, "statistic");
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
        measured, new RecomputedWindow(period, () -> new Window(shortest)), 1);
  }
}
