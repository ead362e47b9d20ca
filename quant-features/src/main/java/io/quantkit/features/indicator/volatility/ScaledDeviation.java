package io.quantkit.features.indicator.volatility;

import io.quantkit.features.FeatureName;
import io.quantkit.features.Indicator;
import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.Input;
import io.quantkit.features.kernel.GapIndicatorKernel;
import io.quantkit.features.kernel.NumberStep;
import io.quantkit.features.kernel.Parameters;
import io.quantkit.features.kernel.SlidingMoments;
import java.util.List;

/**
 * A multiple of the standard deviation of a rolling window: {@code deviations sqrt(sum((x -
 * mean)^2) / (period - ddof))}; TA-Lib's STDDEV with {@code ddof} 0. With {@code deviations = 1 /
 * sqrt(period)} it is Tulip's standard error of the mean.
 *
 * <p>In the unit of the input, at least 0, and exactly 0 of equal numbers. Warm-up {@code period -
 * 1}. Does not drift.
 *
 * @param period the window, in observations, greater than {@code ddof}
 * @param deviations the multiple, positive and finite; {@code optInNbDev} in TA-Lib
 * @param ddof what is subtracted from the number of observations: 0 of a population, 1 of a sample
 * @param input what is measured
 */
public record ScaledDeviation(int period, double deviations, int ddof, Input input)
    implements Indicator {

  /**
   * Creates a deviation.
   *
   * @throws IllegalArgumentException if {@code ddof} is neither 0 nor 1 or not below the period, or
   *     {@code deviations} is not positive and finite
   */
  public ScaledDeviation {
    if (ddof < 0 || ddof > 1) {
      throw new IllegalArgumentException("ddof must be 0 or 1, was " + ddof);
    }
    Parameters.atLeast("period", period, ddof + 1);
    Parameters.positive("deviations", deviations);
  }

  /** Creates a population deviation of closes. */
  public ScaledDeviation(int period, double deviations) {
    this(period, deviations, 0, Input.CLOSE);
  }

  @Override
  public List<FeatureName> outputs() {
    return List.of(
        FeatureName.of(
            "tech",
            "stddev",
            period + "x" + FeatureName.text(deviations) + "x" + ddof,
            input.aggregation("raw")));
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
    return new GapIndicatorKernel(1, new Step(deviations, ddof, new SlidingMoments(period)));
  }

  private record Step(double deviations, int ddof, SlidingMoments window) implements NumberStep {
    @Override
    public void step(double x, double[] out) {
      window.add(x);
      out[0] = deviations * window.deviation(ddof);
    }

    @Override
    public void clear() {
      window.clear();
    }

    @Override
    public NumberStep copy() {
      return new Step(deviations, ddof, window.copy());
    }
  }
}
