package io.quantkit.features.indicator.trend;

import io.quantkit.features.IndicatorKernel;

/** Does not look at the first inputs. */
final class Patient implements IndicatorKernel {
  private final int wait;
  private final IndicatorKernel kernel;
  private int seen;

  Patient(int wait, IndicatorKernel kernel) {
    this.wait = wait;
    this.kernel = kernel;
  }

  @Override
  public double update(double x) {
    if (!Double.isFinite(x)) {
      seen = 0;
      return kernel.update(x);
    }
    if (seen < wait) {
      seen++;
      return Double.NaN;
    }
    return kernel.update(x);
  }

  @Override
  public double value(int output) {
    return kernel.value(output);
  }

  @Override
  public IndicatorKernel copy() {
    Patient copy = new Patient(wait, kernel.copy());
    copy.seen = seen;
    return copy;
  }
}
