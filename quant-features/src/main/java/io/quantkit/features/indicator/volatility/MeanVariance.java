package io.quantkit.features.indicator.volatility;

import io.quantkit.features.kernel.WindowMean;

/** The volatility that follows from the mean of the last few bars' estimates of the variance. */
final class MeanVariance {
  private final double scale;
  private final WindowMean mean;

  MeanVariance(int period, double periodsPerYear) {
    this(Math.sqrt(periodsPerYear), new WindowMean(period));
  }

  private MeanVariance(double scale, WindowMean mean) {
    this.scale = scale;
    this.mean = mean;
  }

  MeanVariance copy() {
    return new MeanVariance(scale, mean.copy());
  }

  void clear() {
    mean.clear();
  }

  /** Adds a bar's estimate and returns the volatility, {@code NaN} while the window is not full. */
  double add(double variance) {
    mean.add(variance);
    return scale * Math.sqrt(Math.max(0, mean.mean()));
  }
}
