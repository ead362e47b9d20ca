package io.quantkit.risk.covariance;

import io.quantkit.core.series.Returns;

/**
 * The sample covariance shrunk towards one with the same variances in which every pair has the mean
 * correlation, by the amount that minimises the expected quadratic loss.
 *
 * <p>{@code (1 - s) S + s F} with {@code S} the sample covariance, {@code F} the target and {@code
 * s} the optimal intensity (O. Ledoit and M. Wolf, Honey, I shrunk the sample covariance matrix,
 * Journal of Portfolio Management 30, 2004). Suits shares of one market better than {@link
 * LedoitWolf}, whose target has no correlation at all. A symbol without variance has none with any
 * other and is left out of the mean. Costs O(rows symbols^2).
 *
 * @param ddof of the sample covariance: 0 as in the paper, 1 as in PyPortfolioOpt
 */
public record ConstantCorrelation(int ddof) implements CovarianceEstimator {

  /** The paper's estimate, {@code ddof} 0. */
  public static final ConstantCorrelation DEFAULT = new ConstantCorrelation(0);

  public ConstantCorrelation {
    if (ddof < 0 || ddof > 1) {
      throw new IllegalArgumentException("ddof must be 0 or 1, was " + ddof);
    }
  }

  @Override
  public Covariance estimate(Returns returns) {
    Centered centered = new Centered(returns);
    double[] sample = centered.covariance(ddof);
    double[] target = target(sample, centered.columns);
    double intensity = intensity(centered, sample, target);
    for (int k = 0; k < sample.length; k++) {
      sample[k] = (1 - intensity) * sample[k] + intensity * target[k];
    }
    return Covariance.copyOf(centered.symbols, sample);
  }

  /** Returns how much of the sample covariance is replaced, within [0, 1]. */
  public double intensity(Returns returns) {
    Centered centered = new Centered(returns);
    double[] sample = centered.covariance(ddof);
    return intensity(centered, sample, target(sample, centered.columns));
  }

  private static double[] target(double[] sample, int n) {
    double mean = meanCorrelation(sample, n);
    double[] target = new double[sample.length];
    for (int i = 0; i < n; i++) {
      target[i * n + i] = sample[i * n + i];
      for (int j = 0; j < i; j++) {
        double value = mean * deviation(sample, n, i) * deviation(sample, n, j);
        target[i * n + j] = value;
        target[j * n + i] = value;
      }
    }
    return target;
  }

  private static double meanCorrelation(double[] sample, int n) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double scale = deviation(sample, n, i) * deviation(sample, n, j);
        if (scale > 0) {
          sum += sample[i * n + j] / scale;
          pairs++;
        }
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }

  private static double deviation(double[] sample, int n, int i) {
    return Math.sqrt(sample[i * n + i]);
  }

  /*
   * In the paper's terms: pi is the sum of the asymptotic variances of the entries of S, rho that of
   * their covariances with those of F, gamma the misfit of F.
   */
  private double intensity(Centered centered, double[] sample, double[] target) {
    int n = centered.columns;
    double mean = meanCorrelation(sample, n);
    double shrink = (double) (centered.rows - ddof) / centered.rows;
    double pi = 0;
    double rho = 0;
    double gamma = 0;
    for (int i = 0; i < n; i++) {
      double variance = sample[i * n + i];
      for (int j = 0; j < n; j++) {
        double[] x = centered.values[i];
        double[] y = centered.values[j];
        double squares = 0;
        double cubes = 0;
        for (int t = 0; t < centered.rows; t++) {
          double product = x[t] * y[t];
          squares += product * product;
          cubes += x[t] * x[t] * product;
        }
        double entry = sample[i * n + j];
        double dispersion = squares / centered.rows + (1 - 2 * shrink) * entry * entry;
        pi += dispersion;
        if (i == j) {
          rho += dispersion;
        } else if (variance > 0) {
          double together = cubes / centered.rows + (1 - 2 * shrink) * variance * entry;
          rho += mean * Math.sqrt(sample[j * n + j] / variance) * together;
        }
        double misfit = entry - target[i * n + j];
        gamma += misfit * misfit;
      }
    }
    return gamma == 0 ? 0 : Math.max(0, Math.min(1, (pi - rho) / gamma / centered.rows));
  }
}
