package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * Parkinson's volatility from highs and lows: {@code sqrt(periodsPerYear mean(ln(high / low)^2) /
 * (4 ln 2))}; TTR's {@code volatility(calc = "parkinson")}.
 *
 * <p>A fraction per bar or per year, at least 0. Warm-up {@code period - 1}. About five times as
 * efficient as closes if prices move without drift and jumps. Source: M. Parkinson, The Extreme
 * Value Method for Estimating the Variance of the Rate of Return, Journal of Business 53, 1980.
 *
 * @param period the window, in bars, at least 1
 * @param periodsPerYear how many bars a year has, such as 252 sessions; 1 leaves the deviation per
 *     bar
 */
public record Parkinson(int period, double periodsPerYear) implements Feature {

  /**
   * Creates a volatility.
   *
   * @throws IllegalArgumentException if the period is below 1 or {@code periodsPerYear} not
   *     positive and finite
   */
  public Parkinson {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("periodsPerYear", periodsPerYear);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        periodsPerYear == 1
            ? Integer.toString(period)
            : period + "x" + FeatureName.text(periodsPerYear);
    return List.of(FeatureName.of("tech", "parkinson", window, "raw"));
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
    return new GapKernel(GapKernel.RANGE, 1, new Step(new MeanVariance(period, periodsPerYear)));
  }

  private static final double PER_RANGE = 1 / (4 * StrictMath.log(2));

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
      double range = StrictMath.log(high / low);
      out[0] = window.add(range * range * PER_RANGE);
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
