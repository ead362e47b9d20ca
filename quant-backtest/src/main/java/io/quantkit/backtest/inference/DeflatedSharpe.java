package io.quantkit.backtest.inference;

import io.quantkit.core.math.Moments;
import io.quantkit.core.math.Normal;

/**
 * The Sharpe ratio of the best of several tries, judged against what the best of as many worthless
 * tries would have had.
 *
 * <p>After D. H. Bailey and M. Lopez de Prado, The deflated Sharpe ratio, Journal of Portfolio
 * Management 40, 2014.
 */
public final class DeflatedSharpe {
  private static final double EULER_MASCHERONI = 0.5772156649015329;

  private DeflatedSharpe() {}

  /**
   * Returns the largest Sharpe ratio to expect of tries whose true Sharpe ratios are zero, {@code
   * sqrt(V) ((1 - g) Z(1 - 1/N) + g Z(1 - 1/(N e)))} with {@code g} the Euler-Mascheroni constant
   * and {@code Z} the normal quantile.
   *
   * @param trials how many independent tries there were, at least 2
   * @param variance the variance of their Sharpe ratios, per period, at least 0
   */
  public static double expectedMaximum(int trials, double variance) {
    if (trials < 2) {
      throw new IllegalArgumentException("trials must be at least 2, was " + trials);
    }
    if (!(variance >= 0)) {
      throw new IllegalArgumentException("variance must be at least 0, was " + variance);
    }
    return Math.sqrt(variance)
        * ((1 - EULER_MASCHERONI) * Normal.quantile(1 - 1.0 / trials)
            + EULER_MASCHERONI * Normal.quantile(1 - 1 / (trials * Math.E)));
  }

  /**
   * Returns the probability that the true Sharpe ratio of the best try is above what luck alone
   * explains.
   *
   * @param best the sample of the try that was picked
   * @param trials how many independent tries there were, at least 2
   * @param variance the variance of their Sharpe ratios, per period, at least 0
   */
  public static double probability(SharpeSample best, int trials, double variance) {
    return best.probabilityAbove(expectedMaximum(trials, variance));
  }

  /**
   * Returns the same for tries whose Sharpe ratios are known. Tries that resemble each other count
   * as independent, which judges too harshly rather than too mildly.
   *
   * @param trialSharpes per period, that of the picked try included, at least 2
   */
  public static double probability(SharpeSample best, double[] trialSharpes) {
    return probability(best, trialSharpes.length, Moments.variance(trialSharpes, 1));
  }
}
