package io.quantkit.features.indicator.momentum;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.Seed;
import io.quantkit.features.kernel.NumberFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Schaff's trend cycle: the stochastic of the MACD line, smoothed, and the stochastic of that,
 * smoothed.
 *
 * <p>With {@code m = ema(fast) - ema(slow)}: {@code k = 100 (m - min(m)) / (max(m) - min(m))} over
 * {@code cycle} values, {@code d = ema(k, smoothing)}, the same once more of {@code d}. A smoothing
 * of 3 is the factor 0.5 of the original. Within [0, 100]. Where a range is 0 the stochastic keeps
 * its value, 0 at first. Each average begins on its own. Warm-up {@code slow + 2 cycle + 2
 * smoothing - 5}. Source: D. Schaff, 1999; published in Stocks and Commodities, 2008 (10, 23, 50).
 *
 * @param cycle the window of the stochastics, at least 1
 * @param fast the span of the fast average, at least 1
 * @param slow the span of the slow average, at least 1
 * @param smoothing the span of the smoothings, at least 1
 * @param input what it is computed from
 * @param seed where the exponential averages begin; TA-Lib's way is {@link Seed#MEAN}
 */
public record SchaffTrendCycle(int cycle, int fast, int slow, int smoothing, Input input, Seed seed)
    implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public SchaffTrendCycle {
    Parameters.atLeast("cycle", cycle, 1);
    Parameters.atLeast("fast", fast, 1);
    Parameters.atLeast("slow", slow, 1);
    Parameters.atLeast("smoothing", smoothing, 1);
  }

  /** Creates an indicator of closes that is seeded with means. */
  public SchaffTrendCycle(int cycle, int fast, int slow, int smoothing) {
    this(cycle, fast, slow, smoothing, Input.CLOSE, Seed.MEAN);
  }

  @Override
  public List<FeatureName> outputs() {
    String indicator = seed == Seed.MEAN ? "schaff-trend-cycle" : "schaff-trend-cycle-first";
    return List.of(
        FeatureName.of(
            "tech",
            indicator,
            cycle + "x" + fast + "x" + slow + "x" + smoothing,
            input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return Math.max(fast, slow) + 2 * cycle + 2 * smoothing - 5;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this,
        this::step,
        Stages.ema(fast, seed),
        Stages.ema(slow, seed),
        Stages.maximum(cycle),
        Stages.minimum(cycle),
        Stages.memory(),
        Stages.ema(smoothing, seed),
        Stages.maximum(cycle),
        Stages.minimum(cycle),
        Stages.memory(),
        Stages.ema(smoothing, seed));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double line = stages[0].update(x) - stages[1].update(x);
    double first =
        stages[5].update(position(line, stages[2].update(line), stages[3].update(line), stages[4]));
    double second = position(first, stages[6].update(first), stages[7].update(first), stages[8]);
    out[0] = stages[9].update(second);
  }

  private static double position(double x, double high, double low, IndicatorKernel last) {
    double before = Double.isNaN(last.value(0)) ? 0 : last.value(0);
    return last.update(100 * Ratio.or(x - low, high - low, before / 100));
  }
}
