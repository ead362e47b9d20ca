package io.quantkit.features.econometric;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.PairKernel;
import io.quantkit.features.kernel.PairStatistic;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * How two numbers of a bar depend on each other over a rolling window, beyond straight lines:
 * {@link Dependence#spearman}, {@link Dependence#kendall}, {@link Dependence#distance} and {@link
 * Dependence#mutualInformation}.
 *
 * <p>The first two are within [-1, 1], distance correlation within [0, 1], mutual information, in
 * nats, within [0, ln(bins)]. Warm-up {@code period - 1}, one more for returns; the first three are
 * {@code NaN} if a number did not vary. A step costs {@code O(period^2)}. Source: C. Spearman,
 * American Journal of Psychology 15, 1904; M. Kendall, Biometrika 30, 1938; G. Szekely, M. Rizzo
 * and N. Bakirov, Annals of Statistics 35, 2007.
 *
 * @param period the window, in pairs, at least 3
 * @param bins in how many cells of equal width each number falls for mutual information, at least 2
 * @param measured what of both inputs is used
 * @param x the first input
 * @param y the second input
 */
public record RollingDependence(int period, int bins, Measured measured, Input x, Input y)
    implements Feature {

  /** The position of Spearman's correlation among the outputs. */
  public static final int SPEARMAN = 0;

  /** The position of Kendall's tau-b among the outputs. */
  public static final int KENDALL = 1;

  /** The position of the distance correlation among the outputs. */
  public static final int DISTANCE = 2;

  /** The position of the mutual information among the outputs. */
  public static final int INFORMATION = 3;

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 3 or there are fewer than 2 bins
   */
  public RollingDependence {
    Parameters.atLeast("period", period, 3);
    Parameters.atLeast("bins", bins, 2);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = "dependence_" + measured.label(x) + "_" + measured.label(y);
    String window = period + "x" + bins;
    return List.of(
        FeatureName.of("stat", indicator, window, "spearman"),
        FeatureName.of("stat", indicator, window, "kendall"),
        FeatureName.of("stat", indicator, window, "distance"),
        FeatureName.of("stat", indicator, window, "information"));
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
    return new PairKernel(measured, x, y, new State(period, bins), 4);
  }

  /** The window, oldest pair first from {@code end - period} on. */
  private static final class State implements PairStatistic {
    private final int period;
    private final int bins;
    private final double[] xs;
    private final double[] ys;
    private final double[] scratchX;
    private final double[] scratchY;
    private final int[] counts;
    private int end;

    State(int period, int bins) {
      this.period = period;
      this.bins = bins;
      xs = new double[2 * period];
      ys = new double[2 * period];
      scratchX = new double[period];
      scratchY = new double[period];
      counts = new int[bins * bins + 2 * bins];
    }

    @Override
    public void clear() {
      end = 0;
    }

    @Override
    public boolean add(double a, double b) {
      if (end == xs.length) {
        System.arraycopy(xs, end - period + 1, xs, 0, period - 1);
        System.arraycopy(ys, end - period + 1, ys, 0, period - 1);
        end = period - 1;
      }
      xs[end] = a;
      ys[end++] = b;
      return end >= period;
    }

    @Override
    public void write(double[] out) {
      int from = end - period;
      Dependence.ranks(xs, from, end, scratchX);
      Dependence.ranks(ys, from, end, scratchY);
      out[SPEARMAN] = Dependence.correlation(scratchX, scratchY, period);
      out[KENDALL] = Dependence.tau(xs, ys, from, end);
      out[DISTANCE] = Dependence.distance(xs, ys, from, end, scratchX, scratchY);
      out[INFORMATION] =
          Math.min(
              StrictMath.log(bins), Dependence.mutualInformation(xs, ys, from, end, bins, counts));
    }

    @Override
    public PairStatistic copy() {
      State copy = new State(period, bins);
      System.arraycopy(xs, 0, copy.xs, 0, end);
      System.arraycopy(ys, 0, copy.ys, 0, end);
      copy.end = end;
      return copy;
    }
  }
}
