package io.quantkit.features.indicator.price;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.WindowMean;
import java.util.List;

/**
 * The sum of a rolling window: {@code x[t] + x[t-1] + ... + x[t-period+1]}, TA-Lib's SUM.
 *
 * <p>In the unit of the input. Warm-up {@code period - 1}. Does not drift, however long the stream.
 *
 * @param period the window, in observations, at least 1
 * @param input what is added
 */
public record RollingSum(int period, Input input) implements Indicator {

  /**
   * Creates a sum.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public RollingSum {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates a sum of closes. */
  public RollingSum(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "sum", period, input.aggregation("raw")));
  }

  @Override
  public int warmup(int output) {
    return period - 1;
  }

  @Override
  public int settle(double eps) {
    return warmup();
  }

  @Override
  public IndicatorKernel kernel() {
    return new GapIndicatorKernel(1, new Step(period, new WindowMean(period)));
  }

  private record Step(int period, WindowMean window) implements NumberStep {
    @Override
    public void step(double x, double[] out) {
      window.add(x);
      out[0] = window.sum();
    }

    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public NumberStep copy() {
      return new Step(period, window.copy());
    }
  }
}
