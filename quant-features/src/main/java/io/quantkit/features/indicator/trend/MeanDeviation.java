package io.quantkit.features.indicator.trend;

/**
 * The mean of the last numbers and their mean absolute deviation from it. Exactly 0 where all are
 * equal. A step costs O(size): there is no way to carry deviations from a mean that moves.
 */
final class MeanDeviation {
  private static final int LEAST_ROOM = 512;

  private final int size;

  /** The window ends before {@link #end}; moved to the front when the array is full. */
  private final double[] history;

  private int end;
  private double mean;

  MeanDeviation(int size) {
    this.size = size;
    history = new double[size + Math.max(size, LEAST_ROOM)];
  }

  MeanDeviation copy() {
    MeanDeviation copy = new MeanDeviation(size);
    System.arraycopy(history, 0, copy.history, 0, end);
    copy.end = end;
    copy.mean = mean;
    return copy;
  }

  void clear() {
    end = 0;
  }

  /** Adds a finite number and returns the deviation, {@code NaN} until the window is full. */
  double add(double x) {
    if (end == history.length) {
      System.arraycopy(history, end - size, history, 0, size);
      end = size;
    }
    history[end++] = x;
    return end < size ? Double.NaN : deviation(x);
  }

  /** Returns the mean, which means nothing until the window is full. */
  double mean() {
    return mean;
  }

  /** Four sums each, so that none waits for the other. */
  private double deviation(double base) {
    double[] x = history;
    int to = end;
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = to - size;
    for (int last = to - 3; i < last; i += 4) {
      a += x[i] - base;
      b += x[i + 1] - base;
      c += x[i + 2] - base;
      d += x[i + 3] - base;
    }
    for (; i < to; i++) {
      a += x[i] - base;
    }
    double m = base + (a + b + (c + d)) / size;
    mean = m;
    a = 0;
    b = 0;
    c = 0;
    d = 0;
    i = to - size;
    for (int last = to - 3; i < last; i += 4) {
      a += Math.abs(x[i] - m);
      b += Math.abs(x[i + 1] - m);
      c += Math.abs(x[i + 2] - m);
      d += Math.abs(x[i + 3] - m);
    }
    for (; i < to; i++) {
      a += Math.abs(x[i] - m);
    }
    return (a + b + (c + d)) / size;
  }
}
