package io.quantkit.features.statistic;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.PairKernel;
import io.quantkit.features.kernel.PairStatistic;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingCovariance;
import java.util.List;

/**
 * Pearson's correlation of two numbers of a bar over a rolling window, their sample covariance and
 * the slope of the first on the second.
 *
 * <p>{@code r = sxy / sqrt(sxx syy)} within [-1, 1], {@code sxy / (n - 1)} and {@code sxy / syy};
 * pandas' {@code rolling.corr} and {@code rolling.cov}. Warm-up {@code period - 1}, one more for
 * returns; correlation and slope are {@code NaN} if a number did not vary. Does not drift. Source:
 * K. Pearson, Proceedings of the Royal Society 58, 1895.
 *
 * @param period the window, in pairs, at least 2
 * @param measured what of both inputs is used
 * @param x the first input
 * @param y the second input
 */
public record MeasuredCorrelation(int period, Measured measured, Input x, Input y)
    implements Feature {

  /** The position of the correlation among the outputs. */
  public static final int CORRELATION = 0;

  /** The position of the covariance among the outputs. */
  public static final int COVARIANCE = 1;

  /** The position of the slope among the outputs. */
  public static final int SLOPE = 2;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 2
   */
  public MeasuredCorrelation {
    Parameters.atLeast("period", period, 2);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = "pair_" + measured.label(x) + "_" + measured.label(y);
    String window = Integer.toString(period);
    return List.of(
        FeatureName.of("stat", indicator, window, "correlation"),
        FeatureName.of("stat", indicator, window, "covariance"),
        FeatureName.of("stat", indicator, window, "slope"));
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
  public FeatureKernel start() {
    return new PairKernel(measured, x, y, new State(period, new SlidingCovariance(period)), 3);
  }

  private record State(int period, SlidingCovariance window) implements PairStatistic {
    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public boolean add(double a, double b) {
      return window.add(a, b);
    }

    @Override
    public void write(double[] out) {
      double xx = window.squaresX();
      double yy = window.squaresY();
      double xy = window.products();
      double r = xy / Math.sqrt(xx) / Math.sqrt(yy);
      out[CORRELATION] = xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, r)) : Double.NaN;
      out[COVARIANCE] = xy / (period - 1);
      out[SLOPE] = yy > 0 ? xy / yy : Double.NaN;
    }

    @Override
    public PairStatistic copy() {
      return new State(period, window.copy());
    }
  }
}
