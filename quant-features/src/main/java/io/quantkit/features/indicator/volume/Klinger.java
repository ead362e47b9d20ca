package io.quantkit.features.indicator.volume;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * Stephen Klinger's volume oscillator: a fast less a slow exponential average of the volume force,
 * and the average of that.
 *
 * <p>The trend is up where {@code high + low + close} is above that of the bar before. {@code cm}
 * is the sum of {@code high - low} since the trend turned, the bar before the turn included. The
 * force is {@code 100 volume |2 (high - low) / cm - 1|}, negative in a downward trend; 0 where
 * {@code cm} is 0. Sources differ much, see {@link Rule}. Outputs, in order: line, signal, in units
 * of volume. Settles from the first turn of the trend on, as the averages do. Source: S. Klinger,
 * Identifying Trends with Volume Analysis, Technical Analysis of Stocks and Commodities 15, 1997.
 *
 * @param fast the span of the fast average, in bars, at least 1; 34 in the source
 * @param slow the span of the slow average, greater than {@code fast}; 55 in the source
 * @param signal the span of the signal, at least 1; 13 in the source
 * @param rule whose force
 */
public record Klinger(int fast, int slow, int signal, Rule rule) implements Feature {

  /** How the force is computed. */
  public enum Rule {
    /**
     * Tulip's: as above; a sum that equals the last keeps the trend, which is upward at first;
     * averages begin with the first force, at the second bar.
     */
    TULIP,
    /**
     * talipp's: {@code 100 volume |2 ((high - low) / cm - 1)|}; a sum that equals the last is a
     * downward trend; averages begin with means, from the third bar on.
     */
    TALIPP,
    /**
     * TradingView's: the volume itself, negative where the sum fell; averages begin with the first
     * force, at the second bar.
     */
    TRADING_VIEW
  }

  /**
   * Creates an oscillator.
   *
   * @throws IllegalArgumentException if {@code fast} is below 1 or not below {@code slow}, or
   *     {@code signal} is below 1
   */
  public Klinger {
    Parameters.increasing("fast", fast, "slow", slow);
    Parameters.atLeast("signal", signal, 1);
  }

  /** Creates an oscillator by Tulip's rule. */
  public Klinger(int fast, int slow, int signal) {
    this(fast, slow, signal, Rule.TULIP);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator =
        switch (rule) {
          case TULIP -> "kvo";
          case TALIPP -> "kvo-talipp";
          case TRADING_VIEW -> "kvo-tradingview";
        };
    String window = "%dx%dx%d".formatted(fast, slow, signal);
    return List.of(
        FeatureName.of("tech", indicator, window, "line"),
        FeatureName.of("tech", indicator, window, "signal"));
  }

  @Override
  public int warmup(int output) {
    return slow + (rule == Rule.TALIPP ? 1 : 0) + (output == 0 ? 0 : signal - 1);
  }

  @Override
  public int settle(double eps) {
    // Sixty bars for the trend to turn, which it does at half of them on average.
    return warmup()
        + 60
        + 2 * ExponentialMean.memory(2 / (slow + 1.0), eps / 100)
        + ExponentialMean.memory(2 / (signal + 1.0), eps / 100);
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.PRICES | GapKernel.VOLUME,
        2,
        new Step(
            rule,
            new TwoMeans(fast, slow, rule == Rule.TALIPP ? Seed.MEAN : Seed.FIRST),
            ExponentialMean.span(signal, signal)));
  }

  private static final class Step implements BarStep {
    private final Rule rule;
    private final TwoMeans means;
    private final ExponentialMean signal;
    private int seen;
    private int trend;
    private double cumulated;
    private double lastSum;
    private double lastRange;

    Step(Rule rule, TwoMeans means, ExponentialMean signal) {
      this.rule = rule;
      this.means = means;
      this.signal = signal;
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
      double sum = high + low + close;
      double range = high - low;
      if (seen > 0) {
        turn(sum, range);
      }
      if (seen > (rule == Rule.TALIPP ? 1 : 0)) {
        if (means.add(force(sum, range, volume))) {
          out[0] = means.fast() - means.slow();
          out[1] = signal.add(out[0]);
        }
      }
      seen = Math.min(seen + 1, 2);
      lastSum = sum;
      lastRange = range;
    }

    private double force(double sum, double range, double volume) {
      if (rule == Rule.TRADING_VIEW) {
        return sum >= lastSum ? volume : -volume;
      }
      double share = range / cumulated;
      double part = Math.abs(rule == Rule.TULIP ? 2 * share - 1 : 2 * (share - 1));
      return cumulated == 0 ? 0 : trend * volume * part * 100;
    }

    private void turn(double sum, double range) {
      int old = trend;
      if (rule != Rule.TALIPP) {
        trend = sum > lastSum ? 1 : sum < lastSum ? -1 : trend == 0 ? 1 : trend;
      } else {
        // talipp's first two sums tell no trend.
        trend = seen < 2 ? 0 : sum > lastSum ? 1 : -1;
        if (seen < 2) {
          return;
        }
      }
      cumulated = trend == old ? cumulated + range : lastRange + range;
    }

    @Override
    public void clear() {
      means.clear();
      signal.clear();
      seen = 0;
      trend = 0;
      cumulated = 0;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(rule, means.copy(), signal.copy());
      copy.seen = seen;
      copy.trend = trend;
      copy.cumulated = cumulated;
      copy.lastSum = lastSum;
      copy.lastRange = lastRange;
      return copy;
    }
  }
}
