package io.quantkit.features.indicator.volatility;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.DecayingSum;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import io.quantkit.features.kernel.Parameters;
import java.util.List;

/**
 * RiskMetrics' volatility, of squared log returns with exponentially decaying weights: {@code v[t]
 * = decay v[t-1] + (1 - decay) r[t]^2}, of which this is the square root, times that of the periods
 * in a year.
 *
 * <p>A fraction per bar or per year, at least 0. Begins with the first squared return, so the
 * warm-up is 1 and the first values rest on few returns. Known at the bar; it is the forecast for
 * the next one. A price that is not positive counts as missing. Source: J.P. Morgan and Reuters,
 * RiskMetrics Technical Document, 1996 (decay 0.94 for days, 0.97 for months).
 *
 * @param decay what remains of the variance after a bar, in (0, 1)
 * @param periodsPerYear how many bars a year has; 1 leaves the deviation per bar
 * @param input whose returns are measured
 */
public record EwmaVolatility(double decay, double periodsPerYear, Input input)
    implements Indicator {

  /**
   * Creates a volatility.
   *
   * @throws IllegalArgumentException if the decay is not within (0, 1) or {@code periodsPerYear}
   *     not positive and finite
   */
  public EwmaVolatility {
    if (!(decay > 0 && decay < 1)) {
      throw new IllegalArgumentException("decay must be within (0, 1), was " + decay);
    }
    Parameters.positive("periodsPerYear", periodsPerYear);
  }

  /** Creates a volatility of closes per bar, not per year. */
  public EwmaVolatility(double decay) {
    this(decay, 1, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String window =
        periodsPerYear == 1
            ? FeatureName.text(decay)
            : FeatureName.text(decay) + "x" + FeatureName.text(periodsPerYear);
    return List.of(FeatureName.of("tech", "ewma-volatility", window, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return 1;
  }

  @Override
  public int settle(double eps) {
    // The root of a small variance: leave it two digits more to settle.
    return 1 + ExponentialMean.memory(1 - decay, Math.max(eps * eps, eps / 1000));
  }

  @Override
  public IndicatorKernel kernel() {
    return new GapIndicatorKernel(
        1, new Step(1 - decay, Math.sqrt(periodsPerYear), new DecayingSum(decay)));
  }

  private static final class Step implements NumberStep {
    private final double weight;
    private final double scale;
    private final DecayingSum sum;
    private boolean started;
    private double last = Double.NaN;

    Step(double weight, double scale, DecayingSum sum) {
      this.weight = weight;
      this.scale = scale;
      this.sum = sum;
    }

    @Override
    public void step(double x, double[] out) {
      double price = x > 0 ? x : Double.NaN;
      double change = StrictMath.log(price / last);
      last = price;
      if (!Double.isFinite(change)) {
        started = false;
        out[0] = Double.NaN;
        return;
      }
      double square = change * change;
      double variance = square;
      if (started) {
        variance = weight * sum.add(square);
      } else {
        sum.start(square / weight);
        started = true;
      }
      out[0] = scale * Math.sqrt(variance);
    }

    @Override
    public void clear() {
      started = false;
      last = Double.NaN;
    }

    @Override
    public NumberStep copy() {
      Step copy = new Step(weight, scale, sum.copy());
      copy.started = started;
      copy.last = last;
      return copy;
    }
  }
}
