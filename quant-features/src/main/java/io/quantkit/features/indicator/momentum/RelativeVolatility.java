package io.quantkit.features.indicator.momentum;

import io.quantkit.features.Convention;
import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Dorsey's relative volatility index: the relative strength index with standard deviations in place
 * of changes, {@code 100 u / (u + d)}.
 *
 * <p>{@code u} and {@code d} smooth the population deviation of {@code deviation} values where the
 * last change was a rise or a fall, and 0 elsewhere: with Wilder's weight {@code 1 / period}, or
 * with {@link Convention#TRADING_VIEW} exponentially with span {@code period}, and there no change
 * counts as a fall. Within [0, 100]. Warm-up {@code max(deviation - 1, 1) + period - 1}. {@code
 * NaN} where nothing has moved. Source: D. Dorsey, Stocks and Commodities, June 1993 (10, 14).
 *
 * @param deviation the window of the deviations, at least 2
 * @param period the smoothing, at least 1
 * @param convention how it is smoothed
 * @param input what it is computed from
 */
public record RelativeVolatility(int deviation, int period, Convention convention, Input input)
    implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public RelativeVolatility {
    Parameters.atLeast("deviation", deviation, 2);
    Parameters.atLeast("period", period, 1);
  }

  /** Creates an indicator of closes. */
  public RelativeVolatility(int deviation, int period, Convention convention) {
    this(deviation, period, convention, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech",
            convention.label("relative-volatility"),
            deviation + "x" + period,
            input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return deviation + period - 2;
  }

  @Override
  public int settle(double eps) {
    return warmup() + ExponentialMean.memory(1.0 / period, eps / 1000);
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this, this::step, Stages.lag(1), Stages.deviation(deviation, 0), smoothing(), smoothing());
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double change = x - stages[0].update(x);
    double deviation = stages[1].update(x);
    boolean fall = change < 0 || (change == 0 && convention == Convention.TRADING_VIEW);
    double up = stages[2].update(Double.isNaN(deviation) ? Double.NaN : change > 0 ? deviation : 0);
    double down = stages[3].update(Double.isNaN(deviation) ? Double.NaN : fall ? deviation : 0);
    out[0] = Ratio.share(up, down, Double.NaN);
  }

  private IndicatorKernel smoothing() {
    return convention == Convention.TRADING_VIEW
        ? Stages.ema(period, convention.seed())
        : Stages.wilder(period);
  }
}
