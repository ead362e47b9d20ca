package io.quantkit.risk.covariance;

import io.quantkit.core.series.Returns;

/** Estimates a covariance from past returns. Immutable and thread-safe. */
@FunctionalInterface
public interface CovarianceEstimator {

  /**
   * Returns the covariance per period.
   *
   * @param returns at least 2 rows, without {@code NaN}: leave out rows or symbols first
   * @throws IllegalArgumentException if there are too few rows or one has a {@code NaN}
   */
  Covariance estimate(Returns returns);
}
