package io.quantkit.features.indicator.average;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.MesaAdaptiveMean;
import java.util.List;

/**
 * Ehlers' MESA adaptive moving average and the average that follows it, TA-Lib's {@code MAMA}: an
 * exponential average whose weight is {@code fastLimit} divided by the change of phase in degrees,
 * within the limits, and one of that average with half the weight.
 *
 * <p>In the unit of the input. Begins as in TA-Lib: with zero at the 13th number. Warm-up 32. The
 * phase comes from a Hilbert transform, so a restart agrees only once that has settled. Source: J.
 * Ehlers, Technical Analysis of Stocks and Commodities 19, September 2001.
 *
 * @param fastLimit the largest weight, in (0, 1]
 * @param slowLimit the smallest weight, in (0, {@code fastLimit}]
 * @param input what is averaged
 */
public record Mama(double fastLimit, double slowLimit, Input input) implements Indicator {

  /** The position of the adaptive average among the outputs: 0. */
  public static final int MAMA = 0;

  /** The position of the following average among the outputs: 1. */
  public static final int FAMA = 1;

  /** The largest weight unless told otherwise: 0.5. */
  public static final double FAST_LIMIT = 0.5;

  /** The smallest weight unless told otherwise: 0.05. */
  public static final double SLOW_LIMIT = 0.05;

  static final int WARMUP = 32;

  /**
   * Creates an average.
   *
   * @throws IllegalArgumentException if not {@code 0 < slowLimit <= fastLimit <= 1}
   */
  public Mama {
    Checks.within("fastLimit", fastLimit, 0, 1);
    Checks.within("slowLimit", slowLimit, 0, fastLimit);
  }

  /** Creates an average of closes with weights between 0.05 and 0.5. */
  public Mama() {
    this(FAST_LIMIT, SLOW_LIMIT, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    String window = FeatureName.text(fastLimit) + "x" + FeatureName.text(slowLimit);
    return List.of(
        FeatureName.of("tech", "mama", window, input.aggregation("raw")),
        FeatureName.of("tech", "fama", window, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return WARMUP;
  }

  @Override
  public int settle(double eps) {
    return WARMUP
        + 100
        + ExponentialMean.memory(slowLimit, eps / 8)
        + ExponentialMean.memory(slowLimit / 2, eps / 8);
  }

  @Override
  public IndicatorKernel kernel() {
    return new State(new MesaAdaptiveMean(fastLimit, slowLimit));
  }

  private static final class State implements IndicatorKernel {
    private final MesaAdaptiveMean mean;

    State(MesaAdaptiveMean mean) {
      this.mean = mean;
    }

    @Override
    public double update(double x) {
      if (Double.isFinite(x)) {
        mean.add(x);
      } else {
        mean.clear();
      }
      return mean.mean();
    }

    @Override
    public double value(int output) {
      return output == MAMA ? mean.mean() : mean.following();
    }

    @Override
    public IndicatorKernel copy() {
      return new State(mean.copy());
    }
  }
}
