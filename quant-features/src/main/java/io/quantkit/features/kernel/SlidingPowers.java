package io.quantkit.features.kernel;

/**
 * The mean and the central sums of powers up to the fourth of the last {@code size} numbers, with
 * the blocks of {@link SlidingMoments}.
 *
 * <p>Sums are about a number of the window, which costs the fourth power at most as many digits as
 * the fourth power of that number's distance from the mean, in standard deviations, has.
 */
public final class SlidingPowers {
  private static final int ORDER = 4;

  private final int size;
  private final double[][] cells;
  private final double[] sums;
  private final double[] totals;
  private int filled;
  private boolean full;
  private double base;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingPowers(int size) {
    this.size = size;
    this.cells = new double[ORDER][size];
    this.sums = new double[ORDER];
    this.totals = new double[ORDER];
    clear();
  }

  /** Returns an independent window with the same content. */
  public SlidingPowers copy() {
    SlidingPowers copy = new SlidingPowers(size);
    for (int i = 0; i < ORDER; i++) {
      System.arraycopy(cells[i], 0, copy.cells[i], 0, size);
    }
    System.arraycopy(sums, 0, copy.sums, 0, ORDER);
    System.arraycopy(totals, 0, copy.totals, 0, ORDER);
    copy.filled = filled;
    copy.full = full;
    copy.base = base;
    return copy;
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    full = false;
    base = 0;
    java.util.Arrays.fill(sums, 0);
    java.util.Arrays.fill(totals, Double.NaN);
  }

  /** Adds a finite number and returns whether the window is full. */
  public boolean add(double x) {
    int k = filled;
    cells[0][k] = x;
    if (++k == size) {
      turn(x);
      return true;
    }
    filled = k;
    accumulate(sums, x - base);
    if (full) {
      for (int i = 0; i < ORDER; i++) {
        totals[i] = cells[i][k] + sums[i];
      }
    }
    return full;
  }

  /** Returns the mean, {@code NaN} until the window is full. */
  public double mean() {
    return base + totals[0] / size;
  }

  /** Returns the sum of squared deviations from the mean, at least 0. */
  public double second() {
    return Math.max(0, Math.fma(-totals[0] / size, totals[0], totals[1]));
  }

  /** Returns the sum of cubed deviations from the mean. */
  public double third() {
    double m = totals[0] / size;
    return totals[2] - 3 * m * totals[1] + 2 * m * m * totals[0];
  }

  /** Returns the sum of fourth powers of deviations from the mean, at least 0. */
  public double fourth() {
    double m = totals[0] / size;
    double sum = totals[3] - m * (4 * totals[2] - m * (6 * totals[1] - 3 * m * totals[0]));
    return Math.max(0, sum);
  }

  private void turn(double newest) {
    java.util.Arrays.fill(totals, 0);
    for (int i = size - 1; i >= 0; i--) {
      accumulate(totals, cells[0][i] - newest);
      for (int j = 0; j < ORDER; j++) {
        cells[j][i] = totals[j];
      }
    }
    base = newest;
    java.util.Arrays.fill(sums, 0);
    filled = 0;
    full = true;
  }

  private static void accumulate(double[] into, double d) {
    double square = d * d;
    into[0] += d;
    into[1] = Math.fma(d, d, into[1]);
    into[2] = Math.fma(square, d, into[2]);
    into[3] = Math.fma(square, square, into[3]);
  }
}
