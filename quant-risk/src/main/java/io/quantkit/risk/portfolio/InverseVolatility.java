package io.quantkit.risk.portfolio;

import io.quantkit.core.strategy.Allocation;
import io.quantkit.core.strategy.PortfolioConstructor;
import io.quantkit.core.strategy.PortfolioProblem;
import io.quantkit.risk.covariance.Covariance;
import io.quantkit.risk.covariance.CovarianceEstimator;
import io.quantkit.risk.covariance.SampleCovariance;

/**
 * Weights proportional to one over the standard deviation of each candidate's returns, as far as
 * the constraints allow. Correlations are ignored.
 *
 * @param estimator gives the variances
 */
public record InverseVolatility(CovarianceEstimator estimator) implements PortfolioConstructor {

  /** Inverse volatility by the sample covariance. */
  public static final InverseVolatility DEFAULT = new InverseVolatility(SampleCovariance.UNBIASED);

  @Override
  public Allocation construct(PortfolioProblem problem) {
    Covariance covariance = estimator.estimate(problem.history());
    return Variances.requirePositive(covariance)
        .map(Capped::infeasible)
        .orElseGet(
            () -> {
              double[] preferred = new double[covariance.size()];
              for (int i = 0; i < preferred.length; i++) {
                preferred[i] = 1 / Math.sqrt(covariance.variance(i));
              }
              return Capped.allocate(preferred, problem);
            });
  }
}
