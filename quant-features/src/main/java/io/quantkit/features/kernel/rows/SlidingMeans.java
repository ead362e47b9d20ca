package io.quantkit.features.kernel.rows;

import io.quantkit.features.kernel.LargeStep;
import io.quantkit.features.kernel.SlidingMean;
import java.util.Arrays;

/** {@link SlidingMean} of many symbols. */
public final class SlidingMeans {
  private static final int GROUP = 4;

  private final int size;
  private final double inverse;
  private final int period;

  /** By position and symbol: the last numbers, around {@link #oldest}. */
  private final double[][] window;

  private final double[] base;
  private final double[] anchor;
  private final double[] anchorMean;
  private final double[] part;

  /** By symbol: above 0 once there was a step that calls for a new sum; {@code NaN} with gaps. */
  private final double[] excess;

  private final double[][] work;
  private int oldest;
  private int filled;
  private int steps = -1;

  /** Creates empty windows of {@code size} numbers, at least 1. */
  public SlidingMeans(int size, int symbols) {
    this.size = size;
    inverse = 1.0 / size;
    period = SlidingMean.period(size);
    window = new double[size][symbols];
    base = new double[symbols];
    anchor = new double[symbols];
    anchorMean = new double[symbols];
    part = new double[symbols];
    excess = new double[symbols];
    work = new double[GROUP][symbols];
  }

  /**
   * Adds numbers and tells the means, if windows are full.
   *
   * @param out receives the means; another array than {@code x}; modified
   * @return whether they are
   */
  public boolean add(double[] x, double[] out) {
    boolean goOn = steps >= 0 && steps < period - 1;
    if (goOn) {
      if (steps % GROUP == GROUP - 1) {
        last(x, window[oldest], out);
      } else {
        next(x, window[oldest], out);
      }
      check(x, window[oldest], out);
      steps++;
    }
    System.arraycopy(x, 0, window[oldest], 0, base.length);
    oldest = oldest == size - 1 ? 0 : oldest + 1;
    if (!goOn && (filled == size || ++filled == size)) {
      begin(x, out);
    }
    return filled == size;
  }

  private void next(double[] x, double[] old, double[] out) {
    double[] p = part;
    double[] m = anchorMean;
    double inv = inverse;
    for (int s = 0; s < p.length; s++) {
      double sum = p[s] + (x[s] - old[s]);
      p[s] = sum;
      out[s] = Math.fma(sum, inv, m[s]);
    }
  }

  private void last(double[] x, double[] old, double[] out) {
    double[] p = part;
    double[] f = anchor;
    double[] b = base;
    double inv = inverse;
    for (int s = 0; s < p.length; s++) {
      double sum = f[s] + (p[s] + (x[s] - old[s]));
      f[s] = sum;
      p[s] = 0;
      out[s] = Math.fma(sum, inv, b[s]);
    }
    System.arraycopy(out, 0, anchorMean, 0, p.length);
  }

  private void check(double[] x, double[] old, double[] means) {
    double[] e = excess;
    for (int s = 0; s < e.length; s++) {
      double most = LargeStep.LARGE * (Math.abs(x[s]) + Math.abs(means[s]));
      e[s] = Math.max(e[s], Math.abs(x[s] - old[s]) - most);
    }
  }

  /** Takes the sums anew, about the numbers that came last. */
  private void begin(double[] x, double[] out) {
    System.arraycopy(x, 0, base, 0, base.length);
    for (double[] sum : work) {
      Arrays.fill(sum, 0);
    }
    int whole = size / GROUP * GROUP;
    for (int i = 0; i < size; i++) {
      double[] numbers = window[(oldest + i) % size];
      addDifference(numbers, base, work[i < whole ? i % GROUP : 0]);
    }
    for (int s = 0; s < base.length; s++) {
      anchor[s] = work[0][s] + work[1][s] + (work[2][s] + work[3][s]);
      part[s] = 0;
      out[s] = Math.fma(anchor[s], inverse, base[s]);
    }
    System.arraycopy(out, 0, anchorMean, 0, base.length);
    steps = 0;
  }

  private static void addDifference(double[] a, double[] b, double[] sum) {
    for (int s = 0; s < sum.length; s++) {
      sum[s] += a[s] - b[s];
    }
  }

  /** Returns whether no step of a symbol was so large that its sum should have been taken anew. */
  public boolean sure(int symbol) {
    return excess[symbol] <= 0;
  }
}
