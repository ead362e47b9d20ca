package io.quantkit.core.strategy;

/**
 * What a portfolio must respect whatever its constructor prefers.
 *
 * @param budget the sum of the weights' sizes to invest, in (0, 1] for an account without leverage;
 *     the rest stays in cash
 * @param longOnly whether weights may not be negative
 * @param maxWeight the largest size of one weight, in (0, budget]
 * @param maxSectorWeight the largest sum of sizes within one sector, in (0, budget]; symbols
 *     without a sector are not grouped
 */
public record PortfolioConstraints(
    double budget, boolean longOnly, double maxWeight, double maxSectorWeight) {

  /** Everything invested, long only, no further limit. */
  public static final PortfolioConstraints LONG_ONLY = new PortfolioConstraints(1, true, 1, 1);

  public PortfolioConstraints {
    if (!(budget > 0) || budget == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("budget must be positive and finite, was " + budget);
    }
    if (!(maxWeight > 0)) {
      throw new IllegalArgumentException("maxWeight must be positive, was " + maxWeight);
    }
    if (!(maxSectorWeight > 0)) {
      throw new IllegalArgumentException(
          "maxSectorWeight must be positive, was " + maxSectorWeight);
    }
  }
}
