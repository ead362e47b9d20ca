package io.quantkit.features.indicator.volatility;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.BarStep;
import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapKernel;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * Marc Chaikin's volatility: the change over {@code change} bars of the exponential average of
 * {@code high - low}, in hundredths: {@code 100 (ema[t] / ema[t-change] - 1)}.
 *
 * <p>At least -100. Warm-up {@code average - 1 + change}; {@code NaN} where the earlier average is
 * 0.
 *
 * @param average the span of the average, in bars, at least 1
 * @param change over how many bars it is compared, at least 1
 * @param seed where the average begins; Tulip's {@code cvi} has {@link Seed#FIRST}
 */
public record ChaikinVolatility(int average, int change, Seed seed) implements Feature {

  /**
   * Creates a volatility.
   *
   * @throws IllegalArgumentException if a period is below 1
   */
  public ChaikinVolatility {
    Parameters.atLeast("average", average, 1);
    Parameters.atLeast("change", change, 1);
  }

  /** Creates a volatility whose average is seeded with a mean. */
  public ChaikinVolatility(int average, int change) {
    this(average, change, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "chaikin-volatility" : "chaikin-volatility-first";
    return List.of(FeatureName.of("tech", indicator, average + "x" + change, "raw"));
  }

  @Override
  public int warmup(int output) {
    return average - 1 + change;
  }

  @Override
  public int settle(double eps) {
    // A quotient of averages: leave them three digits more to settle.
    return warmup() + ExponentialMean.memory(2 / (average + 1.0), eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new GapKernel(
        GapKernel.RANGE,
        1,
        new Step(
            average - 1,
            ExponentialMean.span(average, seed == Seed.MEAN ? average : 1),
            new Delay(change)));
  }

  private static final class Step implements BarStep {
    private final int withheld;
    private final ExponentialMean mean;
    private final Delay earlier;
    private int seen;

    Step(int withheld, ExponentialMean mean, Delay earlier) {
      this.withheld = withheld;
      this.mean = mean;
      this.earlier = earlier;
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
      double now = mean.add(high - low);
      if (seen < withheld) {
        seen++;
        return;
      }
      double before = earlier.exchange(now);
      out[0] = before == 0 ? Double.NaN : 100 * (now / before - 1);
    }

    @Override
    public void clear() {
      mean.clear();
      earlier.clear();
      seen = 0;
    }

    @Override
    public BarStep copy() {
      Step copy = new Step(withheld, mean.copy(), earlier.copy());
      copy.seen = seen;
      return copy;
    }
  }
}
