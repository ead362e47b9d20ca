package io.quantkit.features.kernel;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Input;

/** The columns of a few bars: few enough to stay in the nearest cache. */
public final class BarBlock {
  /** How many bars a block has at most. */
  public static final int SIZE = 512;

  final long[] knownAt;
  final double[] open;
  final double[] high;
  final double[] low;
  final double[] close;
  final double[] volume;
  private int count;

  /** Creates a block that has room for a number of bars. */
  BarBlock(int capacity) {
    knownAt = new long[capacity];
    open = new double[capacity];
    high = new double[capacity];
    low = new double[capacity];
    close = new double[capacity];
    volume = new double[capacity];
  }

  /** Returns how many bars there are, from position 0 on. */
  public int count() {
    return count;
  }

  /** Returns the highs. */
  public double[] high() {
    return high;
  }

  /** Returns the lows. */
  public double[] low() {
    return low;
  }

  /** Returns the closes. */
  public double[] close() {
    return close;
  }

  /** Returns the volumes. */
  public double[] volume() {
    return volume;
  }

  /**
   * Returns an input of the bars.
   *
   * @param scratch where it is computed if it is no column; modified
   */
  public double[] column(Input input, double[] scratch) {
    switch (input) {
      case OPEN -> {
        return open;
      }
      case HIGH -> {
        return high;
      }
      case LOW -> {
        return low;
      }
      case CLOSE -> {
        return close;
      }
      case VOLUME -> {
        return volume;
      }
      default -> {
        for (int i = 0; i < count; i++) {
          scratch[i] = input.of(open[i], high[i], low[i], close[i], volume[i]);
        }
        return scratch;
      }
    }
  }

  /** Reads the columns that are needed of some bars of a series. */
  void read(BarSeries series, int from, int to, int needs) {
    count = to - from;
    for (int i = 0; i < count; i++) {
      knownAt[i] = series.knownAt(from + i);
    }
    read(series, BarField.OPEN, from, to, needs & GapKernel.OPEN, open);
    read(series, BarField.HIGH, from, to, needs & GapKernel.HIGH, high);
    read(series, BarField.LOW, from, to, needs & GapKernel.LOW, low);
    read(series, BarField.CLOSE, from, to, needs & GapKernel.CLOSE, close);
    read(series, BarField.VOLUME, from, to, needs & GapKernel.VOLUME, volume);
  }

  private static void read(
      BarSeries series, BarField field, int from, int to, int needed, double[] column) {
    if (needed != 0) {
      series.copyInto(field, from, to, column, 0);
    }
  }

  /** Returns whether all numbers that are needed are finite; others are 0 or of other bars. */
  boolean complete(int needs) {
    return complete(needs & GapKernel.OPEN, open)
        && complete(needs & GapKernel.HIGH, high)
        && complete(needs & GapKernel.LOW, low)
        && complete(needs & GapKernel.CLOSE, close)
        && complete(needs & GapKernel.VOLUME, volume);
  }

  private boolean complete(int needed, double[] column) {
    return needed == 0 || Finite.all(column, 0, count);
  }
}
