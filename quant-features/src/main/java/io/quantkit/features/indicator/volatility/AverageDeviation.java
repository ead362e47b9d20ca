package io.quantkit.features.indicator.volatility;

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
 * The mean absolute deviation of a rolling window from its mean: {@code sum(|x - mean|) / period};
 * TA-Lib's AVGDEV.
 *
 * <p>In the unit of the input, at least 0, and exactly 0 of equal numbers. Warm-up {@code period -
 * 1}. Does not drift. A step costs O(period).
 *
 * @param period the window, in observations, at least 1
 * @param input what is measured
 */
public record AverageDeviation(int period, Input input) implements Indicator {

  /**
   * Creates a deviation.
   *
   * @throws IllegalArgumentException if the period is below 1
   */
  public AverageDeviation {
    Parameters.atLeast("period", period, 1);
  }

  /** Creates a deviation of closes. */
  public AverageDeviation(int period) {
    this(period, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(FeatureName.of("tech", "avgdev", period, input.aggregation("raw")));
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
    return new GapIndicatorKernel(1, new Step(new WindowMean(period), new double[period]));
  }

  private static final class Step implements NumberStep {
    private final WindowMean mean;
    private final double[] ring;
    private int next;

    Step(WindowMean mean, double[] ring) {
      this.mean = mean;
      this.ring = ring;
    }

    @Override
    public void step(double x, double[] out) {
      ring[next] = x;
      next = next + 1 == ring.length ? 0 : next + 1;
      if (mean.add(x)) {
        double center = mean.mean();
        double sum = 0;
        for (double one : ring) {
          sum += Math.abs(one - center);
        }
        out[0] = sum / ring.length;
      }
    }

    @Override
    public void clear() {
      mean.clear();
      next = 0;
    }

    @Override
    public NumberStep copy() {
      Step copy = new Step(mean.copy(), ring.clone());
      copy.next = next;
      return copy;
    }
  }
}
