package io.quantkit.risk.portfolio;

import io.quantkit.core.strategy.Allocation;
import io.quantkit.core.strategy.PortfolioConstructor;
import io.quantkit.core.strategy.PortfolioProblem;
import io.quantkit.risk.covariance.Covariance;
import io.quantkit.risk.covariance.CovarianceEstimator;
import io.quantkit.risk.covariance.SampleCovariance;
import java.util.Arrays;

/**
 * Hierarchical risk parity: risk is split between halves of a list in which similar candidates
 * stand together, and again between the halves of each half.
 *
 * <p>Candidates are clustered by single linkage on the distances {@code sqrt((1 - correlation) /
 * 2)}. The list of the tree's leaves is bisected; each half gets the share {@code 1 - v / (v + v')}
 * of its list's weight, where {@code v} is the variance of the half's inverse-variance portfolio
 * and {@code v'} that of the other, or half of it if both cancel to no variance (M. Lopez de Prado,
 * Building diversified portfolios that outperform out of sample, Journal of Portfolio Management
 * 42, 2016). As in PyPortfolioOpt and Riskfolio the linkage takes these distances themselves; the
 * paper's own listing takes Euclidean distances between their columns, which can order the leaves
 * differently.
 *
 * <p>A tree has no left and right. As in SciPy the cluster formed earlier stands left, and of two
 * candidates that merge with each other the one that comes first. Where such a pair straddles a
 * bisection, listing the candidates in another order can change the weights.
 *
 * <p>The constraints are applied to the result, keeping the proportions among what no cap binds.
 *
 * @param estimator gives variances and correlations
 */
public record HierarchicalRiskParity(CovarianceEstimator estimator)
    implements PortfolioConstructor {

  /** Hierarchical risk parity by the sample covariance. */
  public static final HierarchicalRiskParity DEFAULT =
      new HierarchicalRiskParity(SampleCovariance.UNBIASED);

  @Override
  public Allocation construct(PortfolioProblem problem) {
    Covariance covariance = estimator.estimate(problem.history());
    return Variances.requirePositive(covariance)
        .map(Capped::infeasible)
        .orElseGet(() -> Capped.allocate(weights(covariance), problem));
  }

  /** Returns the weights that sum to one and know of no constraint. */
  static double[] weights(Covariance covariance) {
    int n = covariance.size();
    double[] distances = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        distances[i * n + j] = Math.sqrt(Math.max(0, (1 - covariance.correlation(i, j)) / 2));
      }
    }
    int[] leaves = new SingleLinkage(n, distances).leaves();
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    bisect(covariance, leaves, 0, n, weights);
    return weights;
  }

  private static void bisect(
      Covariance covariance, int[] leaves, int fromInclusive, int toExclusive, double[] weights) {
    if (toExclusive - fromInclusive < 2) {
      return;
    }
    int middle = (fromInclusive + toExclusive) >>> 1;
    double left = variance(covariance, leaves, fromInclusive, middle);
    double right = variance(covariance, leaves, middle, toExclusive);
    double share = left + right > 0 ? 1 - left / (left + right) : 0.5;
    for (int k = fromInclusive; k < toExclusive; k++) {
      weights[leaves[k]] *= k < middle ? share : 1 - share;
    }
    bisect(covariance, leaves, fromInclusive, middle, weights);
    bisect(covariance, leaves, middle, toExclusive, weights);
  }

  /** Returns the variance of the inverse-variance portfolio of some leaves. */
  private static double variance(
      Covariance covariance, int[] leaves, int fromInclusive, int toExclusive) {
    double sum = 0;
    for (int k = fromInclusive; k < toExclusive; k++) {
      sum += 1 / covariance.variance(leaves[k]);
    }
    double variance = 0;
    for (int k = fromInclusive; k < toExclusive; k++) {
      for (int m = fromInclusive; m < toExclusive; m++) {
        double weight =
            1 / covariance.variance(leaves[k]) / sum * (1 / covariance.variance(leaves[m]) / sum);
        variance += weight * covariance.get(leaves[k], leaves[m]);
      }
    }
    return Math.max(0, variance);
  }
}
