package io.quantkit.features.indicator.trend;

import io.quantkit.features.IndicatorKernel;
import io.quantkit.features.kernel.DecayingSum;

/** A decaying sum that begins with the sum of its first inputs, and is told in some scale. */
final class DecayingStage implements IndicatorKernel {
  private final int seedLength;
  private final double seedScale;
  private final double scale;
  private final DecayingSum sum;
  private int seen;
  private double seed;
  private double value = Double.NaN;

  private DecayingStage(int seedLength, double seedScale, double scale, DecayingSum sum) {
    this.seedLength = seedLength;
    this.seedScale = seedScale;
    this.scale = scale;
    this.sum = sum;
  }

  /** Returns Wilder's sum: that of {@code period - 1} inputs at first. */
  static DecayingStage wilderSum(int period) {
    return new DecayingStage(period - 1, 1, 1, new DecayingSum(1 - 1.0 / period));
  }

  /** Returns an exponential mean of any weight, seeded with the mean of the first inputs. */
  static DecayingStage mean(double weight, int seedLength) {
    return new DecayingStage(
        seedLength, 1 / (seedLength * weight), weight, new DecayingSum(1 - weight));
  }

  @Override
  public double update(double x) {
    if (!Double.isFinite(x)) {
      seen = 0;
      seed = 0;
      value = Double.NaN;
    } else if (seen == seedLength) {
      value = scale * sum.add(x);
    } else {
      seed += x;
      if (++seen == seedLength) {
        sum.start(seed * seedScale);
        value = seed * (seedScale * scale);
      }
    }
    return value;
  }

  @Override
  public double value(int output) {
    return value;
  }

  @Override
  public IndicatorKernel copy() {
    DecayingStage copy = new DecayingStage(seedLength, seedScale, scale, sum.copy());
    copy.seen = seen;
    copy.seed = seed;
    copy.value = value;
    return copy;
  }
}
