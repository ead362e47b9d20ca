package io.quantkit.features.microstructure;

import io.quantkit.features.kernel.SlidingOrder;
import io.quantkit.features.kernel.WindowMean;

/** Buckets of equal volume, their order imbalance, and where it stands among the past ones. */
final class VpinBuckets {
  private final double volume;
  private final WindowMean imbalances;
  private final SlidingOrder past;
  private final int window;
  private final int history;
  private double filled;
  private double bought;
  private double sold;
  private double vpin = Double.NaN;
  private double cdf = Double.NaN;
  private double lastImbalance = Double.NaN;

  VpinBuckets(double volume, int window, int history) {
    this(volume, new WindowMean(window), new SlidingOrder(history), window, history);
  }

  private VpinBuckets(
      double volume, WindowMean imbalances, SlidingOrder past, int window, int history) {
    this.volume = volume;
    this.imbalances = imbalances;
    this.past = past;
    this.window = window;
    this.history = history;
  }

  VpinBuckets copy() {
    VpinBuckets copy = new VpinBuckets(volume, imbalances.copy(), past.copy(), window, history);
    copy.filled = filled;
    copy.bought = bought;
    copy.sold = sold;
    copy.vpin = vpin;
    copy.cdf = cdf;
    copy.lastImbalance = lastImbalance;
    return copy;
  }

  void clear() {
    imbalances.clear();
    past.clear();
    filled = 0;
    bought = 0;
    sold = 0;
    vpin = Double.NaN;
    cdf = Double.NaN;
    lastImbalance = Double.NaN;
  }

  /**
   * Adds units traded.
   *
   * @param buyShare which part of them was bought
   * @param sellShare which part of them was sold
   */
  void add(double units, double buyShare, double sellShare) {
    // So many buckets of one imbalance that they fill all that is remembered are as good as more.
    double more = Math.floor(units / volume) - (window + history + 1.0);
    double left = more > 0 ? units - more * volume : units;
    while (left > 0) {
      double part = Math.min(left, volume - filled);
      filled += part;
      bought += part * buyShare;
      sold += part * sellShare;
      left -= part;
      if (filled >= volume) {
        complete();
      }
    }
  }

  private void complete() {
    lastImbalance = Math.min(volume, Math.abs(bought - sold));
    filled = 0;
    bought = 0;
    sold = 0;
    if (imbalances.add(lastImbalance / volume)) {
      vpin = imbalances.mean();
      if (past.add(vpin)) {
        cdf = past.rank(vpin) / history;
      }
    }
  }

  double vpin() {
    return vpin;
  }

  double cdf() {
    return cdf;
  }

  double lastImbalance() {
    return lastImbalance;
  }
}
