package io.quantkit.features.statistic;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Measured;
import io.quantkit.features.kernel.MeasuredKernel;
import io.quantkit.features.kernel.WindowStatistic;
import java.util.List;

/**
 * RiskMetrics' exponentially weighted variance of logarithmic returns: {@code v[t] = lambda v[t-1]
 * + (1 - lambda) r[t]^2}, begun with the first squared return.
 *
 * <p>The forecast for the next bar, in returns squared, at least 0; no mean is subtracted. Warm-up
 * 1. Source: J. P. Morgan, RiskMetrics Technical Document, 4th edition, 1996.
 *
 * @param lambda the weight of the past, within (0, 1); 0.94 for daily bars
 * @param input what is measured
 */
public record EwmaVariance(double lambda, Input input) implements Indicator {

  private static final class State implements WindowStatistic {
    private final double lambda;
    private double variance = Double.NaN;

    State(double lambda) {
      this.lambda = lambda;
    }

    @Override
    public void clear() {
      variance = Double.NaN;
    }

    @Override
    public boolean add(double x) {
      double square = x * x;
      variance =
          Double.isNaN(variance) ? square : Math.fma(lambda, variance, (1 - lambda) * square);
      return true;
    }

    @Override
    public void write(double[] out) {
      out[0] = variance;
    }

    @Override
    public WindowStatistic copy() {
      State copy = new State(lambda);
      copy.variance = variance;
      return copy;
    }
  }

  /**
   * Creates the recipe.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public EwmaVariance {
    MeasuredKernel.checkWithin("lambda", lambda, 0, 1);
  }

  /** Creates a variance of the returns of closes. */
  public EwmaVariance(double lambda) {
    this(lambda, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("stat", "ewma-variance", FeatureName.text(lambda), input.label()));
  }

  @Override
  public int warmup(int output) {
    return 1;
  }

  @Override
  public int settle(double eps) {
    return 2 + (int) Math.ceil(StrictMath.log(eps * (1 - lambda)) / StrictMath.log(lambda));
  }

  @Override
  public IndicatorKernel kernel() {
    return new MeasuredKernel(Measured.LOG_RETURNS, new State(lambda), 1);
  }
}
