package io.quantkit.backtest.cost;

import java.util.Arrays;

/** A number for each symbol that halves within a given time. */
final class Fading {
  private static final double LN_2 = StrictMath.log(2);

  private final double[] levels;
  private final long[] times;

  /** Per nanosecond; infinite if nothing lasts. */
  private final double rate;

  Fading(int symbols, double halfLifeNanos) {
    this.levels = new double[symbols];
    this.times = new long[symbols];
    this.rate = LN_2 / halfLifeNanos;
  }

  double at(int symbol, long time) {
    double level = levels[symbol];
    long passed = time - times[symbol];
    if (level == 0 || passed <= 0) {
      return level;
    }
    return level * StrictMath.exp(-rate * passed);
  }

  void add(int symbol, long time, double change) {
    levels[symbol] = at(symbol, time) + change;
    times[symbol] = time;
  }

  void clear(int symbol) {
    levels[symbol] = 0;
  }

  @Override
  public String toString() {
    return "Fading" + Arrays.toString(levels);
  }
}
