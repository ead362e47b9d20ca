package io.quantkit.features.indicator.volatility;

import io.quantkit.features.kernel.BarBlock;
import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.WindowMean;

/** An average of the ranges of bars. */
final class RangeMean {
  /** What is averaged, and how. */
  enum Kind {
    /** Wilder's smoothing of true ranges. */
    WILDER,
    /** The exponential mean of true ranges. */
    EXPONENTIAL,
    /** The simple mean of true ranges. */
    SIMPLE,
    /** The simple mean of {@code high - low}. */
    BARS
  }

  private final Kind kind;
  private final boolean firstBar;
  private final ExponentialMean smoothed;
  private final WindowMean simple;
  private double[] means = {};
  private double lastClose = Double.NaN;

  /**
   * Creates an empty average.
   *
   * @param firstBar whether the first bar has a true range, {@code high - low}
   */
  RangeMean(int period, Kind kind, boolean firstBar) {
    this(
        kind,
        firstBar,
        kind == Kind.EXPONENTIAL
            ? ExponentialMean.span(period, period)
            : ExponentialMean.wilder(period),
        new WindowMean(kind == Kind.SIMPLE || kind == Kind.BARS ? period : 1));
  }

  private RangeMean(Kind kind, boolean firstBar, ExponentialMean smoothed, WindowMean simple) {
    this.kind = kind;
    this.firstBar = firstBar;
    this.smoothed = smoothed;
    this.simple = simple;
  }

  /** Returns how many bars come before the first average. */
  static int warmup(int period, Kind kind, boolean firstBar) {
    return kind == Kind.BARS || firstBar ? period - 1 : period;
  }

  /** Returns how many bars an average takes to settle. */
  static int settle(int period, Kind kind, double eps) {
    return period
        + switch (kind) {
          case WILDER -> ExponentialMean.memory(1.0 / period, eps / 4);
          case EXPONENTIAL -> ExponentialMean.memory(2 / (period + 1.0), eps / 4);
          case SIMPLE, BARS -> 0;
        };
  }

  RangeMean copy() {
    RangeMean copy = new RangeMean(kind, firstBar, smoothed.copy(), simple.copy());
    copy.lastClose = lastClose;
    return copy;
  }

  void clear() {
    smoothed.clear();
    simple.clear();
    lastClose = Double.NaN;
  }

  /** Adds a bar of finite prices and returns the average, {@code NaN} while there is none. */
  double add(double high, double low, double close) {
    boolean first = Double.isNaN(lastClose);
    double range =
        first || kind == Kind.BARS
            ? high - low
            : io.quantkit.features.kernel.TrueRange.of(high, low, lastClose);
    lastClose = close;
    if (first && !firstBar && kind != Kind.BARS) {
      return Double.NaN;
    }
    if (kind == Kind.WILDER || kind == Kind.EXPONENTIAL) {
      return smoothed.add(range);
    }
    simple.add(range);
    return simple.mean();
  }

  /**
   * Adds bars of finite prices and returns the average as of each of them, from position 0 on, in
   * an array that the caller may write to until it adds the next.
   */
  double[] add(BarBlock bars) {
    if (means.length == 0) {
      means = new double[BarBlock.SIZE];
    }
    int count = bars.count();
    double[] high = bars.high();
    double[] low = bars.low();
    double[] close = bars.close();
    int t = 0;
    while (t < count && !smoothed.started()) {
      means[t] = add(high[t], low[t], close[t]);
      t++;
    }
    if (t == count || smooth(bars, t)) {
      return means;
    }
    for (; t < count; t++) {
      means[t] = add(high[t], low[t], close[t]);
    }
    return means;
  }

  /**
   * Smooths the true ranges from a bar on; returns whether they are finite, or nothing happened.
   */
  private boolean smooth(BarBlock bars, int from) {
    int count = bars.count();
    double[] high = bars.high();
    double[] low = bars.low();
    means[from] = lastClose;
    System.arraycopy(bars.close(), from, means, from + 1, count - from - 1);
    for (int i = from; i < count; i++) {
      means[i] = Math.max(high[i], means[i]) - Math.min(low[i], means[i]);
    }
    if (!smoothed.add(means, from, count, means, from)) {
      return false;
    }
    lastClose = bars.close()[count - 1];
    return true;
  }
}
