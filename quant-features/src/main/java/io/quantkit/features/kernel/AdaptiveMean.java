package io.quantkit.features.kernel;

/**
 * Kaufman's adaptive mean: an exponential mean whose weight grows with the efficiency of the last
 * {@code period} steps, the distance gone in relation to the way.
 */
public final class AdaptiveMean implements Filter {
  private final double slow;
  private final double range;
  private final Delay delay;
  private final SlidingSum way;
  private boolean begun;
  private double last;
  private double mean;

  /**
   * Creates a mean.
   *
   * @param period over how many steps efficiency is measured, at least 1
   * @param fast the span of the mean when all steps go one way, at least 1
   * @param slow the span of the mean when they lead nowhere, at least 1
   */
  public AdaptiveMean(int period, int fast, int slow) {
    this.slow = 2 / (slow + 1.0);
    range = 2 / (fast + 1.0) - this.slow;
    delay = new Delay(period);
    way = new SlidingSum(period);
  }

  private AdaptiveMean(AdaptiveMean other) {
    slow = other.slow;
    range = other.range;
    delay = other.delay.copy();
    way = other.way.copy();
    begun = other.begun;
    last = other.last;
    mean = other.mean;
  }

  @Override
  public double add(double x) {
    double past = delay.exchange(x);
    if (!begun) {
      begun = true;
      last = x;
      mean = x;
      return Double.NaN;
    }
    double steps = way.add(Math.abs(x - last));
    if (Double.isNaN(past)) {
      last = x;
      mean = x;
      return Double.NaN;
    }
    last = x;
    double efficiency = steps > 0 ? Math.min(1, Math.abs(x - past) / steps) : 1;
    double root = Math.fma(efficiency, range, slow);
    double weight = root * root;
    mean = Math.fma(1 - weight, mean, weight * x);
    return mean;
  }

  @Override
  public void clear() {
    delay.clear();
    way.clear();
    begun = false;
  }

  @Override
  public Filter copy() {
    return new AdaptiveMean(this);
  }
}
