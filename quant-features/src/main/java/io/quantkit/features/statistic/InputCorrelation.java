package io.quantkit.features.statistic;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.BarBlock;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.Finite;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.List;

/**
 * Pearson's correlation of two numbers of the bars of a rolling window: {@code sxy / sqrt(sxx syy)}
 * with central sums; TA-Lib's CORREL.
 *
 * <p>Within [-1, 1]; 0 where one of the numbers does not vary, as in TA-Lib. Warm-up {@code period
 * - 1}. Does not drift.
 *
 * @param period the window, in bars, at least 1
 * @param x the one number of a bar
 * @param y the other
 */
public record InputCorrelation(int period, Input x, Input y) implements Feature {

  /**
   * Creates a correlation.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public InputCorrelation {
    Parameters.atLeast("period", period, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("stat", "correl", period, x.label() + "-" + y.label()));
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
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.needs(x) | GapKernel.needs(y),
        1,
        new Step(x, y, new SlidingCovariance(period), new PairSums()));
  }

  private record Step(Input x, Input y, SlidingCovariance window, PairSums sums)
      implements BarStep {
    private static final double SMALL = 1e-250;

    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      window.add(x.of(open, high, low, close, volume), y.of(open, high, low, close, volume));
      out[0] = quotient(window.squaresX(), window.products(), window.squaresY());
    }

    @Override
    public void steps(BarBlock bars, double[] values, double[][] out, int outFrom) {
      if (!window.full()) {
        BarStep.super.steps(bars, values, out, outFrom);
        return;
      }
      int count = bars.count();
      sums.add(window, bars.column(x, sums.x), bars.column(y, sums.y), count);
      double[] result = sums.result;
      multiply(sums.squaresX, sums.squaresY, sums.scales, sums.faults, count);
      if (Finite.allZero(sums.faults, 0, count)) {
        quotients(sums.products, sums.scales, result, count);
      } else {
        for (int i = 0; i < count; i++) {
          double squaresX = Math.max(0, sums.squaresX[i]);
          result[i] = quotient(squaresX, sums.products[i], Math.max(0, sums.squaresY[i]));
        }
      }
      System.arraycopy(result, 0, out[0], outFrom, count);
      values[0] = result[count - 1];
    }

    /** Multiplies numbers; faults are 0 if those and their product are positive and plain. */
    private static void multiply(
        double[] a, double[] b, double[] products, double[] faults, int count) {
      for (int i = 0; i < count; i++) {
        double x = a[i];
        double product = x * b[i];
        double excess = product - SMALL;
        products[i] = product;
        faults[i] = (x - Math.abs(x)) + (excess - Math.abs(excess));
      }
    }

    private static void quotients(double[] sums, double[] squares, double[] out, int count) {
      for (int i = 0; i < count; i++) {
        out[i] = Math.max(-1, Math.min(1, sums[i] / Math.sqrt(squares[i])));
      }
    }

    /** Returns whether a product of squares is far from what a number cannot hold. */
    private static boolean plain(double product) {
      return product >= SMALL && product < Double.POSITIVE_INFINITY;
    }

    private static double quotient(double squaresX, double products, double squaresY) {
      double product = squaresX * squaresY;
      double scale =
          plain(product) ? Math.sqrt(product) : Math.sqrt(squaresX) * Math.sqrt(squaresY);
      return scale == 0 ? 0 : Math.max(-1, Math.min(1, products / scale));
    }

    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(x, y, window.copy(), new PairSums());
    }
  }
}
