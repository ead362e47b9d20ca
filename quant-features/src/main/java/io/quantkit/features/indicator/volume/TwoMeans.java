package io.quantkit.features.indicator.volume;

import io.quantkit.features.Seed;
import io.quantkit.features.kernel.ExponentialMean;

/** A fast and a slow exponential average of the same numbers. */
final class TwoMeans {
  private final int withheld;
  private final ExponentialMean fastMean;
  private final ExponentialMean slowMean;
  private int seen;
  private double fast = Double.NaN;
  private double slow = Double.NaN;

  TwoMeans(int fast, int slow, Seed seed) {
    this(
        slow - 1,
        ExponentialMean.span(fast, seed == Seed.MEAN ? fast : 1),
        ExponentialMean.span(slow, seed == Seed.MEAN ? slow : 1));
  }

  private TwoMeans(int withheld, ExponentialMean fastMean, ExponentialMean slowMean) {
    this.withheld = withheld;
    this.fastMean = fastMean;
    this.slowMean = slowMean;
  }

  TwoMeans copy() {
    TwoMeans copy = new TwoMeans(withheld, fastMean.copy(), slowMean.copy());
    copy.seen = seen;
    copy.fast = fast;
    copy.slow = slow;
    return copy;
  }

  void clear() {
    fastMean.clear();
    slowMean.clear();
    seen = 0;
  }

  /** Adds a finite number and returns whether there are averages, from the slow span on. */
  boolean add(double x) {
    fast = fastMean.add(x);
    slow = slowMean.add(x);
    if (seen < withheld) {
      seen++;
      return false;
    }
    return true;
  }

  /**
   * Adds finite numbers and tells the averages after each of them, from position 0 on.
   *
   * @param fasts receives the fast averages; modified
   * @param slows receives the slow averages; modified
   * @return after how many of them there are no averages yet
   */
  int add(double[] in, int count, double[] fasts, double[] slows) {
    add(fastMean, in, count, fasts);
    add(slowMean, in, count, slows);
    fast = fasts[count - 1];
    slow = slows[count - 1];
    int early = Math.min(count, withheld - seen);
    seen += early;
    return early;
  }

  private static void add(ExponentialMean mean, double[] in, int count, double[] out) {
    if (!mean.started() || !mean.add(in, 0, count, out, 0)) {
      for (int i = 0; i < count; i++) {
        out[i] = mean.add(in[i]);
      }
    }
  }

  double fast() {
    return fast;
  }

  double slow() {
    return slow;
  }
}
