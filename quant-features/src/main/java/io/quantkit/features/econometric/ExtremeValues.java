package io.quantkit.features.econometric;

import java.util.Arrays;

/** How heavy the tail of losses is. Losses are positive numbers here. */
public final class ExtremeValues {
  private ExtremeValues() {}

  /**
   * Returns Hill's estimate of the tail index {@code xi}: the mean of {@code ln(x[i] / x[k+1])}
   * over the {@code k} largest numbers. 0.25 to 0.5 for daily stock returns; moments of order
   * {@code 1 / xi} and above do not exist. Source: B. Hill, Annals of Statistics 3, 1975.
   *
   * @param losses of any sign; not modified
   * @param count {@code k}, at least 1 and below the length; the number after the k largest must be
   *     positive or the result is {@code NaN}
   */
  public static double hill(double[] losses, int count) {
    Samples.check(losses, 2, "losses");
    if (count < 1 || count >= losses.length) {
      throw new IllegalArgumentException(
          "count must be within [1, %d), was %d".formatted(losses.length, count));
    }
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double border = sorted[n - 1 - count];
    if (!(border > 0)) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = n - count; i < n; i++) {
      sum += StrictMath.log(sorted[i] / border);
    }
    return sum / count;
  }

  /**
   * The generalised Pareto distribution of what losses exceed a threshold by.
   *
   * @param threshold above which losses count as extreme
   * @param shape {@code xi}: above 0 for heavy tails
   * @param scale {@code sigma}, in the unit of losses
   * @param exceedances how many losses are above the threshold
   * @param observations how many losses there are
   */
  public record Pareto(
      double threshold, double shape, double scale, int exceedances, int observations) {

    /**
     * Returns the loss that is exceeded with probability {@code 1 - level}.
     *
     * @param level such as 0.99; above the share of losses below the threshold
     */
    public double valueAtRisk(double level) {
      double rarity = (double) observations / exceedances * (1 - level);
      return shape == 0
          ? threshold - scale * StrictMath.log(rarity)
          : threshold + scale / shape * (StrictMath.pow(rarity, -shape) - 1);
    }

    /** Returns the mean of the losses beyond {@link #valueAtRisk}; infinite for shapes from 1. */
    public double expectedShortfall(double level) {
      return shape >= 1
          ? Double.POSITIVE_INFINITY
          : (valueAtRisk(level) + scale - shape * threshold) / (1 - shape);
    }
  }

  /**
   * Fits the distribution of peaks over a threshold by probability-weighted moments, which exist in
   * closed form and serve small samples better than likelihood. Source: J. Hosking and J. Wallis,
   * Technometrics 29, 1987.
   *
   * @param losses not modified
   * @param threshold exceeded by at least 2 losses
   */
  public static Pareto peaksOverThreshold(double[] losses, double threshold) {
    Samples.check(losses, 2, "losses");
    double[] excess =
        Arrays.stream(losses).filter(x -> x > threshold).map(x -> x - threshold).toArray();
    if (excess.length < 2) {
      throw new IllegalArgumentException(
          "threshold must be exceeded by at least 2 losses, was by " + excess.length);
    }
    Arrays.sort(excess);
    double[] out = new double[2];
    pareto(excess, excess.length, out);
    return new Pareto(threshold, out[0], out[1], excess.length, losses.length);
  }

  /** Computes shape and scale from excesses in increasing order. */
  static void pareto(double[] excess, int count, double[] out) {
    double m0 = 0;
    double m1 = 0;
    for (int i = 0; i < count; i++) {
      m0 += excess[i];
      m1 += (count - 1.0 - i) / (count - 1.0) * excess[i];
    }
    m0 /= count;
    m1 /= count;
    double denominator = m0 - 2 * m1;
    out[0] = 2 - m0 / denominator;
    out[1] = 2 * m0 * m1 / denominator;
  }
}
