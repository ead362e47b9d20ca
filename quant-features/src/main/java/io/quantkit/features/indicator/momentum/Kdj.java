package io.quantkit.features.indicator.momentum;

import io.quantkit.features.Feature;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.FeatureName;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.BarFormulaKernel;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.Ratio;
import io.quantkit.features.kernel.Stages;
import java.util.List;

/**
 * The KDJ oscillator: the stochastic of {@code period} bars, twice smoothed with weight {@code 1 /
 * smoothing} from 50, and {@code j = 3 k - 2 d}.
 *
 * <p>K and D are within [0, 100], J within [-200, 300]. Warm-up {@code period - 1}. The stochastic
 * is 50 where there is no range. As charted in Chinese software (9, 3).
 *
 * @param period the window of the range, at least 1
 * @param smoothing the smoothing, at least 1
 */
public record Kdj(int period, int smoothing) implements Feature {

  /** The position of the first smoothing among the outputs: 0. */
  public static final int K = 0;

  /** The position of the second smoothing among the outputs: 1. */
  public static final int D = 1;

  /** The position of the leading line among the outputs: 2. */
  public static final int J = 2;

  /**
   * Creates an indicator.
   *
   * @throws IllegalArgumentException if a parameter is out of its range
   */
  public Kdj {
    Parameters.atLeast("period", period, 1);
    Parameters.atLeast("smoothing", smoothing, 1);
  }

  @Override
  public List<FeatureName> outputs() {
    String lengths = period + "x" + smoothing;
    return List.of(
        FeatureName.of("tech", "kdj", lengths, "k"),
        FeatureName.of("tech", "kdj", lengths, "d"),
        FeatureName.of("tech", "kdj", lengths, "j"));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup() + 2 * ExponentialMean.memory(1.0 / smoothing, eps / 1000);
  }

  @Override
  public FeatureKernel start() {
    return new BarFormulaKernel(
        this,
        BarFormulaKernel.RANGE | BarFormulaKernel.CLOSE,
        this::step,
        Stages.maximum(period),
        Stages.minimum(period),
        Stages.recursion(1.0 / smoothing, 50),
        Stages.recursion(1.0 / smoothing, 50));
  }

  private void step(
      double open,
      double high,
      double low,
      double close,
      double volume,
      IndicatorKernel[] stages,
      double[] out) {
    double highest = stages[0].update(high);
    double lowest = stages[1].update(low);
    out[K] = stages[2].update(100 * Ratio.or(close - lowest, highest - lowest, 0.5));
    out[D] = stages[3].update(out[K]);
    out[J] = 3 * out[K] - 2 * out[D];
  }
}
