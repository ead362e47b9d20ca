package io.quantkit.risk.covariance;

import io.quantkit.core.series.Returns;

/**
 * The sample covariance shrunk towards a multiple of the identity, by the amount that minimises the
 * expected quadratic loss.
 *
 * <p>{@code (1 - s) S + s m I} with {@code S} the sample covariance (ddof 0), {@code m} its mean
 * variance and {@code s} the optimal intensity (O. Ledoit and M. Wolf, A well-conditioned estimator
 * for large-dimensional covariance matrices, Journal of Multivariate Analysis 88, 2004). The same
 * as scikit-learn's estimator of that name. Costs O(rows symbols^2).
 */
public record LedoitWolf() implements CovarianceEstimator {

  @Override
  public Covariance estimate(Returns returns) {
    Centered centered = new Centered(returns);
    double[] sample = centered.covariance(0);
    int n = centered.columns;
    double target = mean(sample, n);
    double intensity = intensity(centered, sample, target);
    double[] shrunk = new double[sample.length];
    for (int k = 0; k < shrunk.length; k++) {
      boolean diagonal = k / n == k % n;
      shrunk[k] = (1 - intensity) * sample[k] + (diagonal ? intensity * target : 0);
    }
    return Covariance.copyOf(centered.symbols, shrunk);
  }

  /** Returns how much of the sample covariance is replaced, within [0, 1]. */
  public double intensity(Returns returns) {
    Centered centered = new Centered(returns);
    double[] sample = centered.covariance(0);
    return intensity(centered, sample, mean(sample, centered.columns));
  }

  private static double mean(double[] sample, int n) {
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += sample[i * n + i];
    }
    return trace / n;
  }

  private static double intensity(Centered centered, double[] sample, double target) {
    int n = centered.columns;
    double norm = 0;
    for (double value : sample) {
      norm += value * value;
    }
    double fourth = 0;
    for (int t = 0; t < centered.rows; t++) {
      double length = 0;
      for (int c = 0; c < n; c++) {
        length += centered.values[c][t] * centered.values[c][t];
      }
      fourth += length * length;
    }
    double dispersion = (norm - n * target * target) / n;
    double error = (fourth / centered.rows - norm) / (n * (double) centered.rows);
    double bounded = Math.max(0, Math.min(error, dispersion));
    return bounded == 0 ? 0 : bounded / dispersion;
  }
}
