package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * Rogers and Satchell's volatility, which a drift of prices does not bias: {@code
 * sqrt(periodsPerYear mean(ln(high / close) ln(high / open) + ln(low / close) ln(low / open)))};
 * TTR's {@code volatility(calc = "rogers.satchell")}.
 *
 * <p>A fraction per bar or per year, at least 0. Warm-up {@code period - 1}. Source: L. Rogers and
 * S. Satchell, Estimating Variance from High, Low and Closing Prices, Annals of Applied Probability
 * 1, 1991.
 *
 * @param period the window, in bars, at least 1
 * @param periodsPerYear how many bars a year has, such as 252 sessions; 1 leaves the deviation per
 *     bar
 */
public record RogersSatchell(int period, double periodsPerYear) implements Feature {

  /**
   * Creates a volatility.
   *
   * @throws IllegalArgumentException if the period is below 1 or {@code periodsPerYear} not
   *     positive and finite
   */
  public RogersSatchell {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("periodsPerYear", periodsPerYear);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        periodsPerYear == 1
            ? Integer.toString(period)
            : period + "x" + FeatureName.text(periodsPerYear);
    return List.of(FeatureName.of("tech", "rogers-satchell", window, "raw"));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.OPEN | GapKernel.PRICES, 1, new Step(new MeanVariance(period, periodsPerYear)));
  }

  /** Returns a bar's estimate of the variance, at least 0. */
  static double variance(double open, double high, double low, double close) {
    return varianceOfBody(open, high, low, StrictMath.log(close / open));
  }

  /**
   * Returns a bar's estimate of the variance.
   *
   * @param body the logarithm of the close over the open
   */
  static double varianceOfBody(double open, double high, double low, double body) {
    double up = StrictMath.log(high / open);
    double down = StrictMath.log(low / open);
    return up * (up - body) + down * (down - body);
  }

  private record Step(MeanVariance window) implements BarStep {
    @Override
    public void step(
        long knownAt,
        double open,
        double high,
        double low,
        double close,
        double volume,
        double[] out) {
      out[0] = window.add(variance(open, high, low, close));
    }

    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public BarStep copy() {
      return new Step(window.copy());
    }
  }
}
