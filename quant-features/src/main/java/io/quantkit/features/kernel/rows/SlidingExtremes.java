package io.quantkit.features.kernel.rows;

import java.util.Arrays;

/**
 * The largest or smallest of the last {@code size} numbers of many symbols, by the blocks of {@link
 * io.quantkit.features.kernel.SlidingMaximum}.
 */
public final class SlidingExtremes {
  private final boolean largest;

  /**
   * By position in the block and symbol: the old block's extremes from there on, or new numbers.
   */
  private final double[][] cells;

  /** The extremes of the new block. */
  private final double[] running;

  private int filled;
  private boolean full;

  private SlidingExtremes(boolean largest, int size, int symbols) {
    this.largest = largest;
    cells = new double[size][symbols];
    running = new double[symbols];
    begin();
  }

  /** Returns the maxima of empty windows of {@code size} numbers, at least 1. */
  public static SlidingExtremes maxima(int size, int symbols) {
    return new SlidingExtremes(true, size, symbols);
  }

  /** Returns the minima of empty windows of {@code size} numbers, at least 1. */
  public static SlidingExtremes minima(int size, int symbols) {
    return new SlidingExtremes(false, size, symbols);
  }

  private void begin() {
    Arrays.fill(running, largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    filled = 0;
  }

  /**
   * Adds numbers and tells the extremes, if windows are full.
   *
   * @param out receives the extremes; another array than {@code x}; modified
   * @return whether they are
   */
  public boolean add(double[] x, double[] out) {
    double[] cell = cells[filled++];
    System.arraycopy(x, 0, cell, 0, cell.length);
    if (filled == cells.length) {
      turn();
      System.arraycopy(cells[0], 0, out, 0, running.length);
      begin();
      full = true;
    } else if (largest) {
      maxima(x, running, cells[filled], out);
    } else {
      minima(x, running, cells[filled], out);
    }
    return full;
  }

  private void turn() {
    for (int i = cells.length - 2; i >= 0; i--) {
      if (largest) {
        maximum(cells[i + 1], cells[i]);
      } else {
        minimum(cells[i + 1], cells[i]);
      }
    }
  }

  private static void maxima(double[] x, double[] running, double[] old, double[] out) {
    for (int s = 0; s < running.length; s++) {
      double v = Math.max(running[s], x[s]);
      running[s] = v;
      out[s] = Math.max(old[s], v);
    }
  }

  private static void minima(double[] x, double[] running, double[] old, double[] out) {
    for (int s = 0; s < running.length; s++) {
      double v = Math.min(running[s], x[s]);
      running[s] = v;
      out[s] = Math.min(old[s], v);
    }
  }

  private static void maximum(double[] x, double[] out) {
    for (int s = 0; s < out.length; s++) {
      out[s] = Math.max(x[s], out[s]);
    }
  }

  private static void minimum(double[] x, double[] out) {
    for (int s = 0; s < out.length; s++) {
      out[s] = Math.min(x[s], out[s]);
    }
  }
}
