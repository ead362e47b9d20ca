package io.quantkit.core.strategy;

/** Chooses portfolio weights. Immutable and thread-safe. */
@FunctionalInterface
public interface PortfolioConstructor {

  /**
   * Returns the portfolio it prefers among those that respect the constraints, or why there is
   * none.
   */
  Allocation construct(PortfolioProblem problem);
}
