package io.quantkit.features.indicator.momentum;

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
 * Connors' index: the mean of the relative strength index of prices, that of the length of the
 * current streak of rises or falls, and the percentage of the last {@code rank} one-step rates of
 * change that are below the current one.
 *
 * <p>{@code (rsi(x, period) + rsi(streak, streakPeriod) + percentRank(roc(x, 1), rank)) / 3}.
 * Within [0, 100]. Warm-up {@code max(period, streakPeriod, rank + 1)}. A streak is negative when
 * falling and 0 after no change. Source: L. Connors and C. Alvarez, An Introduction to ConnorsRSI,
 * 2012 (3, 2, 100).
 *
 * @param period the smoothing of the index of prices, at least 1
 * @param streakPeriod the smoothing of the index of streaks, at least 1
 * @param rank among how many earlier rates the current one is ranked, at least 1
 * @param input what it is computed from
 */
public record ConnorsRsi(int period, int streakPeriod, int rank, Input input) implements Indicator {

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public ConnorsRsi {
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("streakPeriod", streakPeriod, 1);
    Parameters.atLeast("rank", rank, 1);
  }

  /** Creates an indicator of closes. */
  public ConnorsRsi(int period, int streakPeriod, int rank) {
    this(period, streakPeriod, rank, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech",
            "connors-rsi",
            period + "x" + streakPeriod + "x" + rank,
            input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return Math.max(Math.max(period, streakPeriod), rank + 1);
  }

  @Override
  public int settle(double eps) {
    return warmup()
        + ExponentialMean.memory(1.0 / period, eps / 1000)
        + ExponentialMean.memory(1.0 / streakPeriod, eps / 1000)
        + rank;
  }

  @Override
  public IndicatorKernel kernel() {
    return new NumberFormulaKernel(
        this,
        this::step,
        new Rsi(period).kernel(),
        new Rsi(streakPeriod).kernel(),
        Stages.lag(1),
        Stages.memory(),
        new PercentRank(rank));
  }

  private void step(double x, IndicatorKernel[] stages, double[] out) {
    double before = stages[2].update(x);
    double streak = Double.isNaN(before) ? 0 : streak(x - before, stages[3].value(0));
    stages[3].update(Double.isNaN(x) ? Double.NaN : streak);
    double strength = stages[0].update(x);
    double length = stages[1].update(stages[3].value(0));
    double rank = stages[4].update(Ratio.of(x - before, before));
    out[0] = (strength + length + rank) / 3;
  }

  private static double streak(double change, double before) {
    if (change > 0) {
      return before > 0 ? before + 1 : 1;
    }
    if (change < 0) {
      return before < 0 ? before - 1 : -1;
    }
    return 0;
  }
}
