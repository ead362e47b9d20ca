package io.quantkit.features.statistic;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BarBlock;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.List;

/**
 * The slope of the regression of one number's relative changes on another's, of a rolling window of
 * bars: {@code sxy / sxx} of {@code x[t] / x[t-1] - 1} and {@code y[t] / y[t-1] - 1}; TA-Lib's
 * BETA.
 *
 * <p>A pure number; 0 where x does not vary, as in TA-Lib. A change from 0 counts as 0, as there.
 * Warm-up {@code period}. Does not drift.
 *
 * @param period the window, in changes, at least 1
 * @param x the number that explains: {@code inReal0} in TA-Lib
 * @param y the number that is explained: {@code inReal1} in TA-Lib
 */
public record InputBeta(int period, Input x, Input y) implements Feature {

  /**
   * Creates a slope.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public InputBeta {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("stat", "beta", period, x.label() + "-" + y.label()));
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
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.needs(x) | GapKernel.needs(y), 1, new Step(this, new SlidingCovariance(period)));
  }

  private static final class Step implements BarStep {
    private final InputBeta recipe;
    private final SlidingCovariance window;
    private final PairSums sums = new PairSums();
    private double lastX = Double.NaN;
    private double lastY;

    Step(InputBeta recipe, SlidingCovariance window) {
      this.recipe = recipe;
      this.window = window;
    }

    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      double x = recipe.x.of(open, high, low, close, volume);
      double y = recipe.y.of(open, high, low, close, volume);
      if (!Double.isNaN(lastX)) {
        double changeX = lastX == 0 ? 0 : x / lastX - 1;
        double changeY = lastY == 0 ? 0 : y / lastY - 1;
        if (window.add(changeX, changeY)) {
          double squares = window.squaresX();
          out[0] = squares == 0 ? 0 : window.products() / squares;
        }
      }
      lastX = x;
      lastY = y;
    }

    @Override
    public void steps(BarBlock bars, double[] values, double[][] out, int outFrom) {
      if (!window.full()) {
        BarStep.super.steps(bars, values, out, outFrom);
        return;
      }
      int count = bars.count();
      lastX = changes(bars.column(recipe.x, sums.x), lastX, count, sums.x);
      lastY = changes(bars.column(recipe.y, sums.y), lastY, count, sums.y);
      sums.add(window, sums.x, sums.y, count);
      double[] result = sums.result;
      for (int i = 0; i < count; i++) {
        double squares = sums.squaresX[i];
        result[i] = squares <= 0 ? 0 : sums.products[i] / squares;
      }
      System.arraycopy(result, 0, out[0], outFrom, count);
      values[0] = result[count - 1];
    }

    /** Writes relative changes, maybe over their numbers, and returns the last number. */
    private static double changes(double[] numbers, double last, int count, double[] changes) {
      double before = last;
      for (int i = 0; i < count; i++) {
        double now = numbers[i];
        changes[i] = before == 0 ? 0 : now / before - 1;
        before = now;
      }
      return before;
    }

    @Override
    public void clear() {
      window.clear();
      lastX = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(recipe, window.copy());
      copy.lastX = lastX;
      copy.lastY = lastY;
      return copy;
    }
  }
}
