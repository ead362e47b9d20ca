package io.quantkit.features.microstructure;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Corwin and Schultz' spread from highs and lows, and the volatility that it leaves.
 *
 * <p>Of each pair of successive bars, {@code beta} is the sum of the squared {@code ln(high / low)}
 * of the two and {@code gamma} that of their common range; {@code alpha = (sqrt(2 beta) -
 * sqrt(beta)) / k - sqrt(gamma / k)} with {@code k = 3 - 2 sqrt(2)} and the spread is {@code 2
 * (exp(alpha) - 1) / (1 + exp(alpha))}, as a part of the price, 0 where alpha is negative.
 *
 * <p>Outputs, in order: the mean of the spread over the last {@code period} pairs, within [0, 2);
 * Bekker and Parkinson's volatility per bar, {@code ((1 / sqrt(2) - 1) sqrt(b)) / (k2 k) + sqrt(g /
 * (k2^2 k))} with {@code k2 = sqrt(8 / pi)} and the means {@code b} and {@code g} of beta and gamma
 * over the same pairs, at least 0; its constants are those of mean ranges applied to mean squares,
 * as published, which tells 4.35 % too much of a diffusion without a spread. Warm-up {@code
 * period}. Prices must be positive.
 *
 * <p>Overnight the price moves while no range is recorded. With {@code overnight}, a bar that lies
 * above the close before it is moved down to it as a whole, one that lies below is moved up, as the
 * paper does; use it for bars of a day, not for bars within one. S. Corwin and P. Schultz, "A
 * simple way to estimate bid-ask spreads from daily high and low prices", Journal of Finance 67,
 * 2012; M. López de Prado, Advances in Financial Machine Learning, 2018, 19.3.3.
 *
 * @param period how many pairs of bars, at least 1
 * @param overnight whether bars are moved to the close before them
 */
public record CorwinSchultz(int period, boolean overnight) implements Feature {

  /** The position of the spread among the outputs: 0. */
  public static final int SPREAD = 0;

  /** The position of the volatility among the outputs: 1. */
  public static final int VOLATILITY = 1;

  private static final double K = 3 - 2 * Math.sqrt(2);

  /** {@code sqrt(8 / pi)}. */
  private static final double K2 = Math.sqrt(8 / Math.PI);

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public CorwinSchultz {
    Check.atLeast("period", period, 1);
  }

  /** Creates a recipe with the adjustment for nights. */
  public CorwinSchultz(int period) {
    this(period, true);
  }

  @Override
  public List<FeatureName> outputs() {
    String suffix = overnight ? "" : "-raw";
    return List.of(
        FeatureName.of("micro", "corwin-schultz", period, "spread" + suffix),
        FeatureName.of("micro", "corwin-schultz", period, "volatility" + suffix));
  }

  @Override
  public int warmup(int output) {
    return period;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new State(
        overnight, new WindowMean(period), new WindowMean(period), new WindowMean(period));
  }

  /** Returns the spread of a pair of bars. */
  static double spread(double beta, double gamma) {
    double alpha = (Math.sqrt(2 * beta) - Math.sqrt(beta)) / K - Math.sqrt(gamma / K);
    if (!(alpha > 0)) {
      return 0;
    }
    // 2 (e^a - 1) / (1 + e^a), which does not overflow
    double inverse = StrictMath.exp(-alpha);
    return 2 * -StrictMath.expm1(-alpha) / (1 + inverse);
  }

  private static final class State implements FeatureKernel {
    private final boolean overnight;
    private final WindowMean spreads;
    private final WindowMean betas;
    private final WindowMean gammas;
    private double lastHigh = Double.NaN;
    private double lastLow = Double.NaN;
    private double lastClose = Double.NaN;

    State(boolean overnight, WindowMean spreads, WindowMean betas, WindowMean gammas) {
      this.overnight = overnight;
      this.spreads = spreads;
      this.betas = betas;
      this.gammas = gammas;
    }

    @Override
    public void update(
        long knownAt, double open, double high, double low, double close, double volume) {
      if (!Double.isFinite(high)
          || !(low > 0)
          || !Double.isFinite(close)
          || low == Double.POSITIVE_INFINITY) {
        clear();
        return;
      }
      if (!Double.isNaN(lastClose)) {
        double range = Check.logRatio(high, low);
        double lastRange = Check.logRatio(lastHigh, lastLow);
        // How far the bar is moved, as a factor of its prices.
        double up = overnight && high < lastClose ? Check.logRatio(lastClose, high) : 0;
        double down = overnight && low > lastClose ? Check.logRatio(low, lastClose) : 0;
        double shift = up - down;
        double above = Math.max(Check.logRatio(high, lastHigh) + shift, 0);
        double below = Math.max(Check.logRatio(lastLow, low) - shift, 0);
        double common = lastRange + above + below;
        double beta = range * range + lastRange * lastRange;
        double gamma = common * common;
        spreads.add(spread(beta, gamma));
        betas.add(beta);
        gammas.add(gamma);
      }
      lastHigh = high;
      lastLow = low;
      lastClose = close;
    }

    private void clear() {
      spreads.clear();
      betas.clear();
      gammas.clear();
      lastClose = Double.NaN;
    }

    @Override
    public double value(int output) {
      if (Double.isNaN(lastClose)) {
        return Double.NaN;
      }
      if (output == SPREAD) {
        return spreads.mean();
      }
      double beta = Math.max(0, betas.mean());
      double gamma = Math.max(0, gammas.mean());
      return Math.max(
          0, (Math.sqrt(0.5) - 1) * Math.sqrt(beta) / (K2 * K) + Math.sqrt(gamma / (K2 * K2 * K)));
    }

    @Override
    public FeatureKernel copy() {
      State copy = new State(overnight, spreads.copy(), betas.copy(), gammas.copy());
      copy.lastHigh = lastHigh;
      copy.lastLow = lastLow;
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
