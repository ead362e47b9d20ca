package io.quantkit.features.kernel;

/**
 * The last {@code size} numbers in order of size, for quantiles and ranks.
 *
 * <p>A sorted array beside a ring of arrivals: a step finds the two places by bisection and moves
 * what lies between them. Positive and negative zero are the same number.
 */
public final class SlidingOrder {
  /*
   * Numbers are kept as integers in the same order, see key. Bisection then compares integers and
   * moves on without a branch: which half a number is in cannot be foretold.
   */
  private static final int FEW = 16;

  private final long[] ring;
  private final long[] sorted;
  private int filled;
  private int oldest;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingOrder(int size) {
    ring = new long[size];
    sorted = new long[size];
  }

  private SlidingOrder(SlidingOrder other) {
    ring = other.ring.clone();
    sorted = other.sorted.clone();
    filled = other.filled;
    oldest = other.oldest;
  }

  /** Returns an independent window with the same content. */
  public SlidingOrder copy() {
    return new SlidingOrder(this);
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    oldest = 0;
  }

  /** Adds a finite number and returns whether the window is full. */
  public boolean add(double x) {
    long key = key(x);
    int count = filled;
    if (count < ring.length) {
      int at = place(key, count);
      System.arraycopy(sorted, at, sorted, at + 1, count - at);
      sorted[at] = key;
      ring[count] = key;
      filled = count + 1;
      return filled == ring.length;
    }
    long old = ring[oldest];
    ring[oldest] = key;
    oldest = oldest + 1 == count ? 0 : oldest + 1;
    long[] order = sorted;
    int from = 0;
    int to = 0;
    int length = count;
    while (length > 1) {
      int half = length >>> 1;
      from += order[from + half - 1] < old ? half : 0;
      to += order[to + half - 1] < key ? half : 0;
      length -= half;
    }
    to += order[to] < key ? 1 : 0;
    if (to > from) {
      to--;
      moveDown(order, from, to);
    } else {
      moveUp(order, to, from);
    }
    order[to] = key;
    return true;
  }

  /** Overwrites a place by moving what comes after it, up to another place. */
  private static void moveDown(long[] order, int from, int to) {
    if (to - from > FEW) {
      System.arraycopy(order, from + 1, order, from, to - from);
      return;
    }
    for (int i = from; i < to; i++) {
      order[i] = order[i + 1];
    }
  }

  /** Overwrites a place by moving what comes before it, down to another place. */
  private static void moveUp(long[] order, int to, int from) {
    if (from - to > FEW) {
      System.arraycopy(order, to, order, to + 1, from - to);
      return;
    }
    for (int i = from; i > to; i--) {
      order[i] = order[i - 1];
    }
  }

  /** Returns whether the window is full. */
  public boolean full() {
    return filled == ring.length;
  }

  /**
   * Copies the numbers of a full window, oldest first.
   *
   * @param out receives them from position 0 on; modified
   */
  public void copyInto(double[] out) {
    for (int i = 0; i < ring.length; i++) {
      out[i] = number(ring[(oldest + i) % ring.length]);
    }
  }

  /**
   * Returns the number at a position of the order, 0 for the smallest; at most as many as added.
   */
  public double at(int position) {
    return number(sorted[position]);
  }

  /**
   * Returns a quantile by linear interpolation between order statistics (Hyndman and Fan's type 7),
   * {@code NaN} until the window is full.
   *
   * @param probability within [0, 1]
   */
  public double quantile(double probability) {
    if (filled < ring.length) {
      return Double.NaN;
    }
    double position = probability * (filled - 1);
    int below = (int) position;
    double low = at(below);
    return below + 1 == filled ? low : low + (position - below) * (at(below + 1) - low);
  }

  /**
   * Returns the rank of a number of the window among all of them, from 1; equal numbers share the
   * mean of their ranks.
   */
  public double rank(double x) {
    long key = key(x);
    int below = place(key, filled);
    int end = below;
    while (end < filled && sorted[end] == key) {
      end++;
    }
    return (below + 1 + end) / 2.0;
  }

  /** Returns an integer that compares to others as its finite number does; zeros have one. */
  private static long key(double x) {
    long bits = Double.doubleToRawLongBits(x + 0.0); // -0.0 becomes 0.0
    return bits ^ ((bits >> 63) >>> 1);
  }

  private static double number(long key) {
    return Double.longBitsToDouble(key ^ ((key >> 63) >>> 1));
  }

  /** Returns the first position whose key is not below the given one. */
  private int place(long key, int count) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
