package io.quantkit.features.microstructure;

import io.quantkit.core.math.Normal;
import org.apache.commons.math3.special.Beta;

/** Student's distribution function. */
final class StudentDistribution {
  private StudentDistribution() {}

  /**
   * Returns the probability of a value of at most {@code t}.
   *
   * @param freedom positive; infinite for the normal distribution
   */
  static double cdf(double t, double freedom) {
    if (Double.isInfinite(t)) {
      return t > 0 ? 1 : 0;
    }
    if (freedom == Double.POSITIVE_INFINITY) {
      return Normal.cdf(t);
    }
    double square = t * t;
    // From the end that loses nothing.
    double tail =
        square < freedom
            ? 0.5 - 0.5 * Beta.regularizedBeta(square / (freedom + square), 0.5, freedom / 2)
            : 0.5 * Beta.regularizedBeta(freedom / (freedom + square), freedom / 2, 0.5);
    return t > 0 ? 1 - tail : tail;
  }
}
