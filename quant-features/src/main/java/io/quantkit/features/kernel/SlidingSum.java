package io.quantkit.features.kernel;

import java.util.Arrays;

/**
 * The sums of the last numbers, of one window or of several that end together.
 *
 * <p>A function of the numbers in the window alone: nothing is ever subtracted, so no trace of what
 * has left remains, a sum of zeros is 0 and one of numbers that are not negative is not negative.
 * The error is that of some {@code log2(size)} additions, however long the stream. A step costs at
 * most twice as many.
 */
public final class SlidingSum {
  /*
   * The sum of 2 numbers is that of two numbers, the sum of 4 that of two sums of 2, and so on until
   * what is missing is less than as much again; then the longest sum that fits is added:
   *
   *   s[k+1][t] = s[k][t] + s[partner][t - lag]   where s[k] is of lag numbers and s[0] = x
   *
   * Row k holds the recent s[k]. A whole block is one pass over each row, done for several numbers
   * at a time.
   */
  private static final int LEAST_ROOM = 128;
  private static final int ROOM_FOR_BLOCKS = 512;
  private static final int MOST_ROWS = 64;

  private final int size;

  /** By row: the row that is added to get the next one, and how far back. */
  private final int[] partners;

  private final int[] lags;

  /** By window: the row of its sums. */
  private final int[] windows;

  private final double[][] rows;

  /** By row: how many of its last sums are needed. */
  private final int[] kept;

  /** How many that is at most. */
  private final int reach;

  private double[] shifted = {};
  private int position;
  private int seen;

  /**
   * Creates empty windows.
   *
   * @param sizes how many numbers each of them holds, at least 1, in ascending order
   */
  public SlidingSum(int... sizes) {
    size = sizes[sizes.length - 1];
    windows = new int[sizes.length];
    int[] widths = new int[MOST_ROWS * sizes.length];
    int[] others = new int[widths.length];
    int row = 0;
    widths[0] = 1;
    for (int w = 0; w < sizes.length; w++) {
      while (widths[row] < sizes[w]) {
        int other = row;
        while (widths[other] > sizes[w] - widths[row]) {
          other--;
        }
        others[row] = other;
        widths[row + 1] = widths[row] + widths[other];
        row++;
      }
      windows[w] = row;
    }
    partners = Arrays.copyOf(others, row);
    lags = Arrays.copyOf(widths, row);
    kept = new int[row + 1];
    Arrays.fill(kept, 1);
    for (int k = 0; k < row; k++) {
      kept[partners[k]] = Math.max(kept[partners[k]], lags[k]);
    }
    reach = row == 0 ? 1 : lags[row - 1];
    rows = new double[row + 1][reach + Math.max(reach, LEAST_ROOM)];
    clear();
  }

  private SlidingSum(SlidingSum other) {
    size = other.size;
    partners = other.partners;
    lags = other.lags;
    kept = other.kept;
    windows = other.windows;
    reach = other.reach;
    rows = new double[other.rows.length][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = other.rows[k].clone();
    }
    position = other.position;
    seen = other.seen;
  }

  /** Returns independent windows with the same content. */
  public SlidingSum copy() {
    return new SlidingSum(this);
  }

  /** Forgets everything: what remains in the rows will not be in a full window. */
  public void clear() {
    position = reach;
    seen = 0;
  }

  /** Adds a number and returns the sum of the longest window, {@code NaN} until it is full. */
  public double add(double x) {
    if (position == rows[0].length) {
      makeRoom();
    }
    double[][] sums = rows;
    int p = position;
    double s = x;
    for (int k = 0; k < lags.length; k++) {
      sums[k][p] = s;
      s += sums[partners[k]][p - lags[k]];
    }
    sums[lags.length][p] = s;
    position = p + 1;
    if (seen < size) {
      seen++;
      return seen == size ? s : Double.NaN;
    }
    return s;
  }

  /**
   * Adds numbers to full windows and tells the sums after each of them.
   *
   * @param in the numbers from position 0 on; not modified
   * @param count how many
   * @param sums receives the sums by window, from position 0 on; may be {@code in}; modified
   */
  public void add(double[] in, int count, double[]... sums) {
    if (shifted.length == 0) {
      makeRoomForBlocks();
    }
    for (int from = 0; from < count; ) {
      if (position == rows[0].length
          || (position + count - from > rows[0].length && reach + count <= rows[0].length)) {
        makeRoom();
      }
      int n = Math.min(count - from, rows[0].length - position);
      System.arraycopy(in, from, rows[0], position, n);
      for (int k = 0; k < lags.length; k++) {
        System.arraycopy(rows[partners[k]], position - lags[k], shifted, position, n);
        sum(rows[k], shifted, rows[k + 1], position, position + n);
      }
      for (int w = 0; w < windows.length; w++) {
        System.arraycopy(rows[windows[w]], position, sums[w], from, n);
      }
      position += n;
      from += n;
    }
  }

  /**
   * Takes back the numbers of the last block.
   *
   * @param count how many they were, at most 512
   */
  public void retract(int count) {
    position -= count;
  }

  private static void sum(double[] a, double[] b, double[] to, int begin, int end) {
    for (int i = begin; i < end; i++) {
      to[i] = a[i] + b[i];
    }
  }

  /** Makes the rows longer than streams need them. */
  private void makeRoomForBlocks() {
    shifted = new double[reach + Math.max(reach, ROOM_FOR_BLOCKS)];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = Arrays.copyOf(rows[k], shifted.length);
    }
  }

  /** Moves what will be needed to the front. */
  private void makeRoom() {
    for (int k = 0; k < rows.length; k++) {
      System.arraycopy(rows[k], position - kept[k], rows[k], reach - kept[k], kept[k]);
    }
    position = reach;
  }

  /** Returns whether the longest window is full. */
  public boolean full() {
    return seen == size;
  }

  /** Returns the sum of the longest window, {@code NaN} until it is full. */
  public double sum() {
    return sum(windows.length - 1);
  }

  /** Returns the sum of a window, {@code NaN} until the longest one is full. */
  public double sum(int window) {
    return seen == size ? rows[windows[window]][position - 1] : Double.NaN;
  }
}
