package io.quantkit.features.indicator.trend;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.FeatureKernel;
import io.quantkit.features.kernel.BlockFeature;
import io.quantkit.features.kernel.Finite;

/** Wilder's stop and reverse, with TA-Lib's beginning and extensions. */
final class Sar implements BlockFeature {
  private final ParabolicSarExtended recipe;
  private final boolean signed;
  private int seen;
  private double lastHigh;
  private double lastLow;
  private boolean rising;
  private double extreme;
  private double factor;
  private double next;
  private double stop = Double.NaN;
  private double direction = Double.NaN;
  private double turn = Double.NaN;

  /** Highs, lows and, if not all are asked for, outputs of a block, from position 1 on. */
  private double[][] scratch = {};

  /**
   * Creates a stop that has seen nothing.
   *
   * @param signed whether the stop of shorts is told as a negative number
   */
  Sar(ParabolicSarExtended recipe, boolean signed) {
    this.recipe = recipe;
    this.signed = signed;
  }

  @Override
  public void update(
      long knownAt, double open, double high, double low, double close, double volume) {
    if (!Double.isFinite(high) || !Double.isFinite(low)) {
      seen = 0;
      stop = Double.NaN;
      direction = Double.NaN;
      turn = Double.NaN;
      return;
    }
    if (seen == 0) {
      seen = 1;
    } else if (seen == 1) {
      seen = 2;
      begin(high, low);
      // The first step compares with its own bar only.
      step(high, low, high, low);
    } else {
      step(lastHigh, lastLow, high, low);
    }
    lastHigh = high;
    lastLow = low;
  }

  private void begin(double high, double low) {
    double up = high - lastHigh;
    double down = lastLow - low;
    double start = recipe.initial();
    rising = start > 0 || (start == 0 && !(down > 0 && down > up));
    extreme = rising ? high : low;
    next = start != 0 ? Math.abs(start) : rising ? lastLow : lastHigh;
    factor = rising ? recipe.longs().first() : recipe.shorts().first();
  }

  private void step(double highBefore, double lowBefore, double high, double low) {
    boolean broken = rising ? !(low > next) : !(high < next);
    if (broken) {
      reverse(highBefore, lowBefore, high, low);
    } else {
      stop = next;
      follow(high, low);
    }
    next = bounded(highBefore, lowBefore, high, low);
    direction = rising ? 1 : -1;
    turn = broken ? direction : 0;
    if (signed && !rising) {
      stop = -stop;
    }
  }

  /** Moves the stop towards the extreme, not beyond the last two bars. */
  private double bounded(double highBefore, double lowBefore, double high, double low) {
    double moved = next + factor * (extreme - next);
    return rising
        ? Math.min(moved, Math.min(lowBefore, low))
        : Math.max(moved, Math.max(highBefore, high));
  }

  private void reverse(double highBefore, double lowBefore, double high, double low) {
    rising = !rising;
    if (rising) {
      stop = Math.min(extreme, Math.min(lowBefore, low));
      stop -= stop * recipe.offset();
      extreme = high;
      factor = recipe.longs().first();
    } else {
      stop = Math.max(extreme, Math.max(highBefore, high));
      stop += stop * recipe.offset();
      extreme = low;
      factor = recipe.shorts().first();
    }
    next = stop;
  }

  private void follow(double high, double low) {
    if (rising && high > extreme) {
      extreme = high;
      factor = Math.min(factor + recipe.longs().step(), recipe.longs().most());
    } else if (!rising && low < extreme) {
      extreme = low;
      factor = Math.min(factor + recipe.shorts().step(), recipe.shorts().most());
    }
  }

  @Override
  public boolean warm() {
    return seen == 2;
  }

  @Override
  public boolean block(BarSeries series, int from, int to, double[][] out) {
    if (scratch.length == 0) {
      scratch = new double[5][SIZE + 1];
    }
    double[] high = scratch[0];
    double[] low = scratch[1];
    int n = to - from;
    series.copyInto(BarField.HIGH, from, to, high, 1);
    series.copyInto(BarField.LOW, from, to, low, 1);
    if (!Finite.all(high, 1, n + 1) || !Finite.all(low, 1, n + 1)) {
      return false;
    }
    high[0] = lastHigh;
    low[0] = lastLow;
    if (out.length == 3) {
      trends(n, out[0], out[1], out[2], from - 1);
    } else {
      trends(n, scratch[2], scratch[3], scratch[4], 0);
      System.arraycopy(scratch[2], 1, out[0], from, n);
    }
    lastHigh = high[n];
    lastLow = low[n];
    return true;
  }

  /** Follows rising and falling trends in turn, from bar 1 to n; the state is in locals. */
  private void trends(int n, double[] stops, double[] directions, double[] turns, int shift) {
    double[] high = scratch[0];
    double[] low = scratch[1];
    double[] longGrowth = {0, recipe.longs().step()};
    double[] shortGrowth = {0, recipe.shorts().step()};
    double longMost = recipe.longs().most();
    double shortMost = recipe.shorts().most();
    double longFirst = recipe.longs().first();
    double shortFirst = recipe.shorts().first();
    double offset = recipe.offset();
    double shortSign = signed ? -1 : 1;
    double best = extreme;
    double a = factor;
    double now = next;
    boolean up = rising;
    int i = 1;
    while (true) {
      if (up) {
        for (; i <= n && low[i] > now; i++) {
          stops[i + shift] = now;
          directions[i + shift] = 1;
          turns[i + shift] = 0;
          a = Math.min(a + longGrowth[exceeds(high[i], best)], longMost);
          best = Math.max(best, high[i]);
          now = Math.min(now + a * (best - now), Math.min(low[i - 1], low[i]));
        }
        if (i > n) {
          break;
        }
        double bound = Math.max(high[i - 1], high[i]);
        double turned = Math.max(best, bound);
        turned += turned * offset;
        stops[i + shift] = shortSign * turned;
        directions[i + shift] = -1;
        turns[i + shift] = -1;
        best = low[i];
        a = shortFirst;
        now = Math.max(turned + a * (best - turned), bound);
        up = false;
        i++;
      }
      for (; i <= n && high[i] < now; i++) {
        stops[i + shift] = shortSign * now;
        directions[i + shift] = -1;
        turns[i + shift] = 0;
        a = Math.min(a + shortGrowth[exceeds(best, low[i])], shortMost);
        best = Math.min(best, low[i]);
        now = Math.max(now + a * (best - now), Math.max(high[i - 1], high[i]));
      }
      if (i > n) {
        break;
      }
      double bound = Math.min(low[i - 1], low[i]);
      double turned = Math.min(best, bound);
      turned -= turned * offset;
      stops[i + shift] = turned;
      directions[i + shift] = 1;
      turns[i + shift] = 1;
      best = high[i];
      a = longFirst;
      now = Math.min(turned + a * (best - turned), bound);
      up = true;
      i++;
    }
    rising = up;
    extreme = best;
    factor = a;
    next = now;
    stop = stops[n + shift];
    direction = directions[n + shift];
    turn = turns[n + shift];
  }

  /** Returns 1 if a finite number is greater than another one, else 0; takes no branch. */
  private static int exceeds(double x, double other) {
    return (int) (Double.doubleToRawLongBits(other - x + 0.0) >>> 63);
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case ParabolicSar.STOP -> stop;
      case ParabolicSar.DIRECTION -> direction;
      default -> turn;
    };
  }

  @Override
  public FeatureKernel copy() {
    Sar copy = new Sar(recipe, signed);
    copy.seen = seen;
    copy.lastHigh = lastHigh;
    copy.lastLow = lastLow;
    copy.rising = rising;
    copy.extreme = extreme;
    copy.factor = factor;
    copy.next = next;
    copy.stop = stop;
    copy.direction = direction;
    copy.turn = turn;
    return copy;
  }
}
