package io.quantkit.features.kernel;

import io.quantkit.core.series.BarField;
import io.quantkit.core.series.BarSeries;
import io.quantkit.features.Input;

/** The columns of a few bars: few enough to stay in the nearest cache. */
public final class BarBlock {
  /** How many bars a block has at most. */
  public static final int SIZE = 512;

  private final BarSeries series;
  final double[] open;
  final double[] high;
  final double[] low;
  final double[] close;
  final double[] volume;
  private int first;
  private int count;

  /** Creates a block that has room for a number of bars of a series. */
  BarBlock(BarSeries series, int capacity) {
    this.series = series;
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

  /** Returns when a bar became known. */
  long knownAt(int position) {
    return series.knownAt(first + position);
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

  /** Reads the columns that are needed of some bars. */
  void read(int from, int to, int needs) {
    first = from;
    count = to - from;
    read(BarField.OPEN, needs & GapKernel.OPEN, open);
    read(BarField.HIGH, needs & GapKernel.HIGH, high);
    read(BarField.LOW, needs & GapKernel.LOW, low);
    read(BarField.CLOSE, needs & GapKernel.CLOSE, close);
    read(BarField.VOLUME, needs & GapKernel.VOLUME, volume);
  }

  private void read(BarField field, int needed, double[] column) {
    if (needed != 0) {
      series.copyInto(field, first, first + count, column, 0);
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
