package io.quantkit.risk.covariance;

import io.quantkit.core.series.Returns;

/**
 * The covariance of the sample: the sum of products of deviations from the means, over {@code rows
 * - ddof}.
 *
 * @param ddof 1 for the unbiased estimate, 0 for the maximum likelihood of normal returns
 */
public record SampleCovariance(int ddof) implements CovarianceEstimator {

  /** The unbiased estimate, {@code ddof} 1. */
  public static final SampleCovariance UNBIASED = new SampleCovariance(1);

  public SampleCovariance {
    if (ddof < 0 || ddof > 1) {
      throw new IllegalArgumentException("ddof must be 0 or 1, was " + ddof);
    }
  }

  @Override
  public Covariance estimate(Returns returns) {
    Centered centered = new Centered(returns);
    return Covariance.copyOf(centered.symbols, centered.covariance(ddof));
  }
}
