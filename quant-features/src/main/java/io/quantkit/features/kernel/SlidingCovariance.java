package io.quantkit.features.kernel;

import java.util.Arrays;

/**
 * The central sums of squares and products of the last {@code size} pairs of numbers, with the
 * accuracy of {@link SlidingMoments}.
 */
public final class SlidingCovariance {
  private final int size;

  /** By cell: suffix sums of x, y, xx, xy and yy about the base. */
  private final double[][] cells;

  private int filled;
  private boolean full;
  private double baseX;
  private double baseY;
  private final double[] sums;
  private final double[] totals;

  /** Creates an empty window of {@code size} pairs, at least 1. */
  public SlidingCovariance(int size) {
    this.size = size;
    this.cells = new double[5][size];
    this.sums = new double[5];
    this.totals = new double[5];
    clear();
  }

  private SlidingCovariance(SlidingCovariance other) {
    size = other.size;
    cells = new double[other.cells.length][];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = other.cells[i].clone();
    }
    filled = other.filled;
    full = other.full;
    baseX = other.baseX;
    baseY = other.baseY;
    sums = other.sums.clone();
    totals = other.totals.clone();
  }

  /** Returns an independent window with the same content. */
  public SlidingCovariance copy() {
    return new SlidingCovariance(this);
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    full = false;
    baseX = 0;
    baseY = 0;
    Arrays.fill(sums, 0);
    Arrays.fill(totals, Double.NaN);
  }

  /** Adds a pair of finite numbers and returns whether the window is full. */
  public boolean add(double x, double y) {
    int k = filled;
    cells[0][k] = x;
    cells[1][k] = y;
    if (++k == size) {
      turn(x, y);
      return true;
    }
    filled = k;
    accumulate(sums, x - baseX, y - baseY);
    if (full) {
      for (int i = 0; i < totals.length; i++) {
        totals[i] = cells[i][k] + sums[i];
      }
    }
    return full;
  }

  /** Returns the sum of squared deviations of x, at least 0; {@code NaN} until full. */
  public double squaresX() {
    return Math.max(0, Math.fma(-totals[0] / size, totals[0], totals[2]));
  }

  /** Returns the sum of products of deviations; {@code NaN} until full. */
  public double products() {
    return Math.fma(-totals[0] / size, totals[1], totals[3]);
  }

  /** Returns the sum of squared deviations of y, at least 0; {@code NaN} until full. */
  public double squaresY() {
    return Math.max(0, Math.fma(-totals[1] / size, totals[1], totals[4]));
  }

  private void turn(double lastX, double lastY) {
    Arrays.fill(totals, 0);
    for (int i = size - 1; i >= 0; i--) {
      accumulate(totals, cells[0][i] - lastX, cells[1][i] - lastY);
      for (int j = 0; j < totals.length; j++) {
        cells[j][i] = totals[j];
      }
    }
    baseX = lastX;
    baseY = lastY;
    Arrays.fill(sums, 0);
    filled = 0;
    full = true;
  }

  private static void accumulate(double[] into, double x, double y) {
    into[0] += x;
    into[1] += y;
    into[2] = Math.fma(x, x, into[2]);
    into[3] = Math.fma(x, y, into[3]);
    into[4] = Math.fma(y, y, into[4]);
  }
}
