package io.quantkit.backtest.market;

import io.quantkit.core.error.DataNotFoundException;
import io.quantkit.core.math.GaussianRandom;
import io.quantkit.core.series.BarSlice;

/** The paths of one bar, each made when the first order asks for it. */
final class BarPaths {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final FillTiming timing;
  private final IntrabarPath intrabar;
  private final BothTouched bothTouched;
  private final PricePath close = new PricePath();
  private final PricePath highFirst = new PricePath();
  private final PricePath lowFirst = new PricePath();
  private final PricePath walk = new PricePath();
  private double open;
  private double high;
  private double low;
  private double last;
  private long start;
  private int index;

  BarPaths(FillTiming timing, IntrabarPath intrabar, BothTouched bothTouched) {
    this.timing = timing;
    this.intrabar = intrabar;
    this.bothTouched = bothTouched;
  }

  /** Begins a bar; one without high and low went straight from open to close. */
  void begin(SymbolBook book, BarSlice bars, int column) {
    close.clear();
    highFirst.clear();
    lowFirst.clear();
    walk.clear();
    open = bars.open(column);
    last = bars.close(column);
    high = bars.high(column);
    low = bars.low(column);
    if (Double.isNaN(high + low)) {
      high = orElse(high, Math.max(open, last));
      low = orElse(low, Math.min(open, last));
    }
    start = bars.start();
    index = book.index;
    if (!timing.closesOnly() && Double.isNaN(open)) {
      throw new DataNotFoundException(
          book.symbol.value(),
          "%s at %s has no open, so orders cannot fill there; give opens or use NEXT_CLOSE"
              .formatted(book.symbol, bars));
    }
  }

  private static double orElse(double value, double other) {
    return Double.isNaN(value) ? other : value;
  }

  /** Returns the highest price that anything may be executed at. */
  double high() {
    return high;
  }

  /** Returns the lowest price that anything may be executed at. */
  double low() {
    return low;
  }

  double open() {
    return open;
  }

  double last() {
    return last;
  }

  /** Returns the path that an order sees. */
  PricePath of(WorkingOrder order) {
    if (timing.closesOnly()) {
      return close.size() > 0 ? close : close.add(last);
    }
    if (timing == FillTiming.NEXT_OPEN) {
      return switch (bothTouched) {
        case STOP_FIRST -> order.exitSells ? lowFirst() : highFirst();
        case TARGET_FIRST -> order.exitSells ? highFirst() : lowFirst();
        case WORST -> worst(order);
      };
    }
    if (intrabar instanceof IntrabarPath.BrownianBridge bridge) {
      return walk.size() > 0 ? walk : walk(bridge);
    }
    return switch ((IntrabarPath.Shape) intrabar) {
      case OPEN_HIGH_LOW_CLOSE -> highFirst();
      case OPEN_LOW_HIGH_CLOSE -> lowFirst();
      case NEARER_EXTREME_FIRST -> high - open <= open - low ? highFirst() : lowFirst();
      case WORST_FOR_ORDER -> worst(order);
    };
  }

  private PricePath highFirst() {
    return highFirst.size() > 0 ? highFirst : highFirst.add(open).add(high).add(low).add(last);
  }

  private PricePath lowFirst() {
    return lowFirst.size() > 0 ? lowFirst : lowFirst.add(open).add(low).add(high).add(last);
  }

  private PricePath worst(WorkingOrder order) {
    PricePath stopFirst = order.exitSells ? lowFirst() : highFirst();
    if (order.group != null || order.triggered || !Triggers.trails(order.type)) {
      return stopFirst;
    }
    PricePath stopLast = order.exitSells ? highFirst() : lowFirst();
    double first = outcome(order, stopFirst);
    double second = outcome(order, stopLast);
    return order.sign() * (second - first) > 0 ? stopLast : stopFirst;
  }

  /** Returns where a trailing stop is triggered, or the close if it is not. */
  private double outcome(WorkingOrder order, PricePath path) {
    double best = order.best;
    for (int i = 0; i < path.size(); i++) {
      double price = path.point(i);
      double stop = Triggers.stop(order, best);
      if (order.buy ? price >= stop : price <= stop) {
        return i == 0 ? price : stop;
      }
      best = Triggers.better(order, best, price);
    }
    return last;
  }

  /**
   * A bridge has the covariance {@code s(1-t)}: {@code W(t) - t W(1)} of a random walk {@code W}
   * (Glasserman, Monte Carlo Methods in Financial Engineering, 2003, section 3.1).
   */
  private PricePath walk(IntrabarPath.BrownianBridge settings) {
    int steps = settings.steps();
    long key = settings.seed() ^ (index + 1L) * MIX ^ Long.rotateLeft(start * MIX, 31);
    GaussianRandom random = new GaussianRandom(key);
    double[] bridge = new double[steps + 1];
    for (int i = 1; i <= steps; i++) {
      bridge[i] = bridge[i - 1] + random.next();
    }
    double scale = (high - low) / Math.sqrt(steps);
    double end = bridge[steps];
    int highest = 0;
    int lowest = 0;
    for (int i = 0; i <= steps; i++) {
      double t = (double) i / steps;
      bridge[i] = open + t * (last - open) + scale * (bridge[i] - t * end);
      highest = bridge[i] > bridge[highest] ? i : highest;
      lowest = bridge[i] < bridge[lowest] ? i : lowest;
    }
    double top = Math.max(open, last);
    double bottom = Math.min(open, last);
    double up = (high - top) / (bridge[highest] - top);
    double down = (bottom - low) / (bottom - bridge[lowest]);
    for (int i = 0; i <= steps; i++) {
      double price = bridge[i];
      if (price > top) {
        price = i == highest ? high : Math.min(high, top + (price - top) * up);
      } else if (price < bottom) {
        price = i == lowest ? low : Math.max(low, bottom - (bottom - price) * down);
      }
      walk.add(i == 0 ? open : i == steps ? last : price);
    }
    return reachExtremes();
  }

  /**
   * Gives a walk that never left the range of open and close its extremes, the nearer one first.
   */
  private PricePath reachExtremes() {
    boolean seesHigh = false;
    boolean seesLow = false;
    for (int i = 0; i < walk.size(); i++) {
      seesHigh |= walk.point(i) == high;
      seesLow |= walk.point(i) == low;
    }
    if (seesHigh && seesLow) {
      return walk;
    }
    boolean highBefore = high - open <= open - low;
    double[] points = new double[walk.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = walk.point(i);
    }
    walk.clear().add(points[0]);
    for (int side = 0; side < 2; side++) {
      boolean toHigh = (side == 0) == highBefore;
      if (toHigh ? !seesHigh : !seesLow) {
        walk.add(toHigh ? high : low);
      }
    }
    for (int i = 1; i < points.length; i++) {
      walk.add(points[i]);
    }
    return walk;
  }
}
