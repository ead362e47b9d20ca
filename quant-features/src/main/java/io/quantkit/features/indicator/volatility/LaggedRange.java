package io.quantkit.features.indicator.volatility;

import io.quantkit.features.kernel.Delay;
import io.quantkit.features.kernel.SlidingMaximum;
import org.jspecify.annotations.Nullable;

/** The highest and the lowest price of a window that ended some bars ago. */
final class LaggedRange {
  private final SlidingMaximum highs;
  private final SlidingMaximum negatedLows;
  private final @Nullable Delay lateHighs;
  private final @Nullable Delay lateLows;
  private double high = Double.NaN;
  private double low = Double.NaN;

  LaggedRange(int period, int lag) {
    this(
        new SlidingMaximum(period),
        new SlidingMaximum(period),
        lag == 0 ? null : new Delay(lag),
        lag == 0 ? null : new Delay(lag));
  }

  private LaggedRange(
      SlidingMaximum highs,
      SlidingMaximum negatedLows,
      @Nullable Delay lateHighs,
      @Nullable Delay lateLows) {
    this.highs = highs;
    this.negatedLows = negatedLows;
    this.lateHighs = lateHighs;
    this.lateLows = lateLows;
  }

  LaggedRange copy() {
    LaggedRange copy =
        new LaggedRange(
            highs.copy(),
            negatedLows.copy(),
            lateHighs == null ? null : lateHighs.copy(),
            lateLows == null ? null : lateLows.copy());
    copy.high = high;
    copy.low = low;
    return copy;
  }

  void clear() {
    highs.clear();
    negatedLows.clear();
    if (lateHighs != null && lateLows != null) {
      lateHighs.clear();
      lateLows.clear();
    }
    high = Double.NaN;
    low = Double.NaN;
  }

  void add(double newHigh, double newLow) {
    highs.add(newHigh);
    negatedLows.add(-newLow);
    high = highs.maximum();
    low = -negatedLows.maximum();
    if (lateHighs != null && lateLows != null) {
      high = lateHighs.exchange(high);
      low = lateLows.exchange(low);
    }
  }

  double high() {
    return high;
  }

  double low() {
    return low;
  }
}
