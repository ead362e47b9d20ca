package io.quantkit.features.kernel;

import io.quantkit.features.IndicatorKernel;
import java.util.Arrays;

/** Runs a {@link NumberStep} and starts it again where a number is not finite. */
public final class GapIndicatorKernel implements IndicatorKernel {
  private final NumberStep step;
  private final double[] values;

  /** Creates a kernel that has seen nothing. */
  public GapIndicatorKernel(int outputs, NumberStep step) {
    this(step, new double[outputs]);
    Arrays.fill(values, Double.NaN);
  }

  private GapIndicatorKernel(NumberStep step, double[] values) {
    this.step = step;
    this.values = values;
  }

  @Override
  public double update(double x) {
    if (Double.isFinite(x)) {
      step.step(x, values);
    } else {
      step.clear();
      Arrays.fill(values, Double.NaN);
    }
    return values[0];
  }

  @Override
  public double value(int output) {
    return values[output];
  }

  @Override
  public IndicatorKernel copy() {
    return new GapIndicatorKernel(step.copy(), values.clone());
  }
}
