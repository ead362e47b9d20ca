package io.quantkit.features.indicator.pattern;

import io.quantkit.features.kernel.ExponentialMean;
import io.quantkit.features.kernel.TrueRange;
import org.jspecify.annotations.Nullable;

/** Finds swing points and remembers the last of them. Sees finite numbers only. */
final class SwingTracker {
  /** How many swing points are remembered; the largest pattern needs six. */
  static final int KEPT = 6;

  static final int HIGH = 1;
  static final int LOW = -1;

  private final Swings rule;

  /** The average true range; null if the threshold is a fraction. */
  private final @Nullable ExponentialMean range;

  private double lastClose = Double.NaN;
  private double threshold = Double.NaN;

  private long now = -1;
  private int direction;
  private boolean tracking;
  private double highest;
  private double lowest;
  private long highestAt;
  private long lowestAt;

  /** The swing points, the newest first; their kinds alternate. */
  private final double[] prices = new double[KEPT];

  private final long[] bars = new long[KEPT];
  private int count;
  private int newest;

  SwingTracker(Swings rule) {
    this.rule = rule;
    this.range =
        rule instanceof Swings.AverageRanges ranges
            ? ExponentialMean.wilder(ranges.period())
            : null;
  }

  private SwingTracker(SwingTracker other) {
    rule = other.rule;
    range = other.range == null ? null : other.range.copy();
    lastClose = other.lastClose;
    threshold = other.threshold;
    now = other.now;
    direction = other.direction;
    tracking = other.tracking;
    highest = other.highest;
    lowest = other.lowest;
    highestAt = other.highestAt;
    lowestAt = other.lowestAt;
    System.arraycopy(other.prices, 0, prices, 0, KEPT);
    System.arraycopy(other.bars, 0, bars, 0, KEPT);
    count = other.count;
    newest = other.newest;
  }

  SwingTracker copy() {
    return new SwingTracker(this);
  }

  void clear() {
    if (range != null) {
      range.clear();
    }
    lastClose = Double.NaN;
    threshold = Double.NaN;
    now = -1;
    direction = 0;
    tracking = false;
    count = 0;
    newest = 0;
  }

  /** Takes a bar and returns the kind of swing point that it confirms, 0 if none. */
  int update(double high, double low, double close) {
    now++;
    if (!ready(high, low, close)) {
      return 0;
    }
    if (!tracking) {
      tracking = true;
      raise(high);
      drop(low);
      return 0;
    }
    if (direction > 0) {
      if (high > highest) {
        raise(high);
      } else if (low <= below(highest)) {
        return confirm(HIGH, high, low);
      }
    } else if (direction < 0) {
      if (low < lowest) {
        drop(low);
      } else if (high >= above(lowest)) {
        return confirm(LOW, high, low);
      }
    } else {
      return begin(high, low);
    }
    return 0;
  }

  private boolean ready(double high, double low, double close) {
    if (range == null) {
      return true;
    }
    if (!Double.isNaN(lastClose)) {
      threshold =
          ((Swings.AverageRanges) rule).multiple() * range.add(TrueRange.of(high, low, lastClose));
    }
    lastClose = close;
    return !Double.isNaN(threshold);
  }

  /**
   * The first swing point is whichever extreme prices turn from first; a bar that does both is
   * neither.
   */
  private int begin(double high, double low) {
    boolean up = high >= above(lowest);
    boolean down = low <= below(highest);
    if (up != down) {
      return confirm(up ? LOW : HIGH, high, low);
    }
    if (high > highest) {
      raise(high);
    }
    if (low < lowest) {
      drop(low);
    }
    return 0;
  }

  private int confirm(int kind, double high, double low) {
    System.arraycopy(prices, 0, prices, 1, KEPT - 1);
    System.arraycopy(bars, 0, bars, 1, KEPT - 1);
    prices[0] = kind == HIGH ? highest : lowest;
    bars[0] = kind == HIGH ? highestAt : lowestAt;
    count = Math.min(KEPT, count + 1);
    newest = kind;
    direction = -kind;
    if (kind == HIGH) {
      drop(low);
    } else {
      raise(high);
    }
    return kind;
  }

  private double above(double low) {
    return rule instanceof Swings.Percent percent
        ? low * (1 + percent.fraction())
        : low + threshold;
  }

  private double below(double high) {
    return rule instanceof Swings.Percent percent
        ? high / (1 + percent.fraction())
        : high - threshold;
  }

  private void raise(double high) {
    highest = high;
    highestAt = now;
  }

  private void drop(double low) {
    lowest = low;
    lowestAt = now;
  }

  /** Returns the number of the last bar. */
  long now() {
    return now;
  }

  /** Returns how many swing points are remembered. */
  int count() {
    return count;
  }

  /** Returns the kind of the newest swing point, 0 if there is none. */
  int newest() {
    return newest;
  }

  /** Returns the price of a swing point; 0 is the newest. */
  double price(int k) {
    return prices[k];
  }

  /** Returns the bar of a swing point; 0 is the newest. */
  long bar(int k) {
    return bars[k];
  }
}
