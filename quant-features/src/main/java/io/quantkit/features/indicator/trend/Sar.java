package io.quantkit.features.indicator.trend;

import io.quantkit.features.FeatureKernel;

/** Wilder's stop and reverse, with TA-Lib's beginning and extensions. */
final class Sar implements FeatureKernel {
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
    boolean broken = rising ? low <= next : high >= next;
    if (broken) {
      reverse(highBefore, lowBefore, high, low);
    } else {
      stop = next;
      follow(high, low);
    }
    next += factor * (extreme - next);
    next =
        rising
            ? Math.min(next, Math.min(lowBefore, low))
            : Math.max(next, Math.max(highBefore, high));
    direction = rising ? 1 : -1;
    turn = broken ? direction : 0;
    if (signed && !rising) {
      stop = -stop;
    }
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
