package io.quantkit.features.microstructure;

import io.quantkit.features.kernel.SlidingCovariance;

/** The covariance of successive changes of the last prices. */
final class RollCovariance {
  private final int period;
  private final SlidingCovariance pairs;
  private double last = Double.NaN;
  private double change = Double.NaN;
  private boolean full;

  /** Creates an empty window of pairs of successive changes. */
  RollCovariance(int period) {
    this(period, new SlidingCovariance(period));
  }

  private RollCovariance(int period, SlidingCovariance pairs) {
    this.period = period;
    this.pairs = pairs;
  }

  RollCovariance copy() {
    RollCovariance copy = new RollCovariance(period, pairs.copy());
    copy.last = last;
    copy.change = change;
    copy.full = full;
    return copy;
  }

  void clear() {
    pairs.clear();
    last = Double.NaN;
    change = Double.NaN;
    full = false;
  }

  void add(double price) {
    double before = change;
    change = price - last;
    last = price;
    if (!Double.isNaN(before)) {
      full = pairs.add(before, change);
    }
  }

  /** Returns the covariance with {@code ddof = 0}, {@code NaN} until the window is full. */
  double covariance() {
    return full ? pairs.products() / period : Double.NaN;
  }

  /** Returns the variance of changes less what bouncing adds to it, {@code NaN} until full. */
  double valueVariance() {
    return full ? pairs.squaresY() / period + 2 * Math.min(0, covariance()) : Double.NaN;
  }
}
