package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * Garman and Klass's volatility: {@code sqrt(periodsPerYear mean(ln(high / low)^2 / 2 - (2 ln 2 -
 * 1) ln(close / open)^2))}, and with {@code overnight} Yang and Zhang's extension, which adds
 * {@code ln(open / last close)^2} to every bar; TTR's {@code volatility(calc = "garman.klass")} and
 * {@code "gk.yz"}.
 *
 * <p>A fraction per bar or per year, at least 0. Warm-up {@code period - 1}, with {@code overnight}
 * {@code period}. Source: M. Garman and M. Klass, On the Estimation of Security Price Volatilities
 * from Historical Data, Journal of Business 53, 1980; D. Yang and Q. Zhang, ibid. 73, 2000.
 *
 * @param period the window, in bars, at least 1
 * @param periodsPerYear how many bars a year has, such as 252 sessions; 1 leaves the deviation per
 *     bar
 * @param overnight whether the jump from the last close to the open counts
 */
public record GarmanKlass(int period, double periodsPerYear, boolean overnight) implements Feature {

  /**
   * Creates a volatility.
   *
   * @throws IllegalArgumentException if the period is below 1 or {@code periodsPerYear} not
   *     positive and finite
   */
  public GarmanKlass {
    Parameters.atLeast("period", period, 1);
    Parameters.positive("periodsPerYear", periodsPerYear);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        periodsPerYear == 1
            ? Integer.toString(period)
            : period + "x" + FeatureName.text(periodsPerYear);
    return List.of(
        FeatureName.of(
            "tech", overnight ? "garman-klass-overnight" : "garman-klass", window, "raw"));
  }

  @Override
  public int warmup(int output) {
    return overnight ? period : period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.OPEN | GapKernel.PRICES,
        1,
        new Step(overnight, new MeanVariance(period, periodsPerYear)));
  }

  private static final double PER_BODY = 2 * StrictMath.log(2) - 1;

  private static final class Step implements BarStep {
    private final boolean overnight;
    private final MeanVariance window;
    private double lastClose = Double.NaN;

    Step(boolean overnight, MeanVariance window) {
      this.overnight = overnight;
      this.window = window;
    }

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
      double body = StrictMath.log(close / open);
      double variance = 0.5 * range * range - PER_BODY * body * body;
      if (!overnight) {
        out[0] = window.add(variance);
      } else if (!Double.isNaN(lastClose)) {
        double jump = StrictMath.log(open / lastClose);
        out[0] = window.add(jump * jump + variance);
      }
      lastClose = close;
    }

    @Override
    public void clear() {
      window.clear();
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(overnight, window.copy());
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
