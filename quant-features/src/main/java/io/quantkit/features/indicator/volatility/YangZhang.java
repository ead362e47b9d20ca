package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingMoments;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * Yang and Zhang's volatility, which neither a drift nor opening jumps bias: {@code
 * sqrt(periodsPerYear (v(open) + k v(body) + (1 - k) v(rs)))} with the sample variances of {@code
 * ln(open / last close)} and of {@code ln(close / open)}, Rogers and Satchell's estimate, and
 * {@code k = 0.34 / (1.34 + (n + 1) / (n - 1))}; TTR's {@code volatility(calc = "yang.zhang")}.
 *
 * <p>A fraction per bar or per year, at least 0. Warm-up {@code period}. Source: D. Yang and Q.
 * Zhang, Drift-Independent Volatility Estimation Based on High, Low, Open, and Close Prices,
 * Journal of Business 73, 2000.
 *
 * @param period the window, in bars, at least 2
 * @param periodsPerYear how many bars a year has, such as 252 sessions; 1 leaves the deviation per
 *     bar
 */
public record YangZhang(int period, double periodsPerYear) implements Feature {

  /**
   * Creates a volatility.
   *
   * @throws IllegalArgumentException if the period is below 2 or {@code periodsPerYear} not
   *     positive and finite
   */
  public YangZhang {
    Parameters.atLeast("period", period, 2);
    Parameters.positive("periodsPerYear", periodsPerYear);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        periodsPerYear == 1
            ? Integer.toString(period)
            : period + "x" + FeatureName.text(periodsPerYear);
    return List.of(FeatureName.of("tech", "yang-zhang", window, "raw"));
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
    return new GapKernel(
        GapKernel.OPEN | GapKernel.PRICES,
        1,
        new Step(
            period,
            periodsPerYear,
            new SlidingMoments(period),
            new SlidingMoments(period),
            new WindowMean(period)));
  }

  private static final class Step implements BarStep {
    private final int period;
    private final double periodsPerYear;
    private final SlidingMoments jumps;
    private final SlidingMoments bodies;
    private final WindowMean ranges;
    private double lastClose = Double.NaN;

    Step(
        int period,
        double periodsPerYear,
        SlidingMoments jumps,
        SlidingMoments bodies,
        WindowMean ranges) {
      this.period = period;
      this.periodsPerYear = periodsPerYear;
      this.jumps = jumps;
      this.bodies = bodies;
      this.ranges = ranges;
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
      if (!Double.isNaN(lastClose)) {
        jumps.add(StrictMath.log(open / lastClose));
        double body = StrictMath.log(close / open);
        bodies.add(body);
        ranges.add(RogersSatchell.varianceOfBody(open, high, low, body));
        double k = 0.34 / (1.34 + (period + 1.0) / (period - 1.0));
        double closes = (jumps.second() + k * bodies.second()) / (period - 1);
        double variance = closes + (1 - k) * Math.max(0, ranges.mean());
        out[0] = Math.sqrt(periodsPerYear) * Math.sqrt(variance);
      }
      lastClose = close;
    }

    @Override
    public void clear() {
      jumps.clear();
      bodies.clear();
      ranges.clear();
      lastClose = Double.NaN;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(period, periodsPerYear, jumps.copy(), bodies.copy(), ranges.copy());
      copy.lastClose = lastClose;
      return copy;
    }
  }
}
