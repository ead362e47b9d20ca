package io.quantkit.features.indicator.trend;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * Wilder's swing index and its running total.
 *
 * <p>{@code si = 50 (c - c1 + (c - o) / 2 + (c1 - o1) / 4) / r * k / limit}, where 1 marks the bar
 * before, {@code k} is the larger of {@code |h - c1|} and {@code |l - c1|}, and {@code r} depends
 * on the largest of {@code |h - c1|}, {@code |l - c1|} and {@code h - l}: it is {@code |h - c1| -
 * |l - c1| / 2}, {@code |l - c1| - |h - c1| / 2} or {@code h - l}, each plus {@code |c1 - o1| / 4}.
 * 0 where {@code r} is 0.
 *
 * <p>In the unit of the price, as the limit is a given number. Warm-up 1; the total depends on
 * where it begins, so it never settles. Source: J. Welles Wilder, New Concepts in Technical Trading
 * Systems, 1978.
 *
 * @param limit the largest move that a day may have, in the unit of the price, above 0
 */
public record SwingIndex(double limit) implements Feature {

  /** The position of the swing index among the outputs: 0. */
  public static final int INDEX = 0;

  /** The position of the accumulated swing index among the outputs: 1. */
  public static final int TOTAL = 1;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public SwingIndex {
    Parameters.positive("limit", limit);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of("tech", "swing-index", FeatureName.text(limit), "raw"),
        FeatureName.of("tech", "swing-index", FeatureName.text(limit), "total"));
  }

  @Override
  public int warmup(int output) {
    return 1;
  }

  @Override
  public int settle(double eps) {
    return NEVER;
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.OPEN | BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.lag(1),
        Stages.lag(1),
        Stages.total());
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double o1 = stages[0].update(open);
    double c1 = stages[1].update(close);
    double up = Math.abs(high - c1);
    double down = Math.abs(low - c1);
    double body = Math.abs(c1 - o1) / 4;
    double r;
    if (up >= down && up >= high - low) {
      r = up - down / 2 + body;
    } else if (down >= high - low) {
      r = down - up / 2 + body;
    } else {
      r = high - low + body;
    }
    double move = close - c1 + (close - open) / 2 + (c1 - o1) / 4;
    out[INDEX] = 50 * Ratio.or(move, r, 0) * Math.max(up, down) / limit;
    out[TOTAL] = stages[2].update(out[INDEX]);
  }
}
