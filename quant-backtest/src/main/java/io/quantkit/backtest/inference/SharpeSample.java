package io.quantkit.backtest.inference;

import io.quantkit.core.math.Moments;
import io.quantkit.core.math.Normal;

/**
 * The Sharpe ratio of a sample of returns, and how sure one may be of it.
 *
 * <p>The formulas are those of D. H. Bailey and M. Lopez de Prado, The Sharpe ratio efficient
 * frontier, Journal of Risk 15, 2012; they allow for returns that are skewed and have heavy tails,
 * and assume that they are independent.
 *
 * @param periods how many returns there are, at least 2
 * @param sharpe mean over sample standard deviation (ddof 1), per period
 * @param skewness of the population
 * @param kurtosis of the population, raw: 3 for normal returns
 */
public record SharpeSample(int periods, double sharpe, double skewness, double kurtosis) {

  public SharpeSample {
    if (periods < 2) {
      throw new IllegalArgumentException("periods must be at least 2, was " + periods);
    }
    if (!Double.isFinite(sharpe) || !Double.isFinite(skewness) || !Double.isFinite(kurtosis)) {
      throw new IllegalArgumentException(
          "sharpe, skewness and kurtosis must be finite, were %s, %s, %s"
              .formatted(sharpe, skewness, kurtosis));
    }
  }

  /**
   * Returns the sample of given returns.
   *
   * @param returns per period, in excess of the risk-free return, at least 2, not all equal
   */
  public static SharpeSample of(double[] returns) {
    return new SharpeSample(
        returns.length,
        Moments.mean(returns) / Moments.standardDeviation(returns, 1),
        Moments.skewness(returns),
        Moments.kurtosis(returns));
  }

  /**
   * Returns the standard error of the Sharpe ratio, {@code sqrt((1 - g3 s + (g4 - 1) / 4 s^2) / (n
   * - 1))}.
   */
  public double standardError() {
    return Math.sqrt(dispersion() / (periods - 1));
  }

  /**
   * Returns the probabilistic Sharpe ratio: the probability that the true Sharpe ratio is above a
   * benchmark.
   *
   * @param benchmark per period
   */
  public double probabilityAbove(double benchmark) {
    return Normal.cdf((sharpe - benchmark) / standardError());
  }

  /**
   * Returns how many periods it takes to be sure that the true Sharpe ratio is above a benchmark,
   * {@code 1 + (1 - g3 s + (g4 - 1) / 4 s^2) (z / (s - benchmark))^2}; infinite if the Sharpe ratio
   * is not above it.
   *
   * @param benchmark per period
   * @param confidence within (0.5, 1), such as 0.95
   */
  public double minimumTrackRecord(double benchmark, double confidence) {
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new IllegalArgumentException("confidence must be within (0.5, 1), was " + confidence);
    }
    if (sharpe <= benchmark) {
      return Double.POSITIVE_INFINITY;
    }
    double z = Normal.quantile(confidence) / (sharpe - benchmark);
    return 1 + dispersion() * z * z;
  }

  private double dispersion() {
    return 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
  }
}
