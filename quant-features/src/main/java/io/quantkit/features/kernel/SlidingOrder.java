package io.quantkit.features.kernel;

/**
 * The last {@code size} numbers in order of size, for quantiles, ranks and sums of the smallest.
 *
 * <p>A step costs O(log size) in a tree. Windows up to a few thousand numbers are a sorted array,
 * because to move a part of that is faster. Positive and negative zero are the same number.
 */
public final class SlidingOrder {
  /** The largest window for which to move numbers is faster than a tree. */
  private static final int LARGEST_MOVED = 8192;

  /** The largest window whose pairs are summed faster one by one than in a tree. */
  private static final int LARGEST_SUMMED = 256;

  private final long[] ring;
  private final OrderedNumbers numbers;
  private int filled;
  private int oldest;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingOrder(int size) {
    this(new long[size], size > LARGEST_MOVED ? new OrderTree(size) : new OrderArray(size));
  }

  private SlidingOrder(long[] ring, OrderedNumbers numbers) {
    this.ring = ring;
    this.numbers = numbers;
  }

  /** Returns an empty window whose {@link #spread} is asked for after each number. */
  public static SlidingOrder ofPairs(int size) {
    return new SlidingOrder(
        new long[size], size > LARGEST_SUMMED ? new OrderTree(size) : new OrderArray(size));
  }

  /** Returns an independent window with the same content. */
  public SlidingOrder copy() {
    SlidingOrder copy = new SlidingOrder(ring.clone(), numbers.copy());
    copy.filled = filled;
    copy.oldest = oldest;
    return copy;
  }

  /** Forgets everything. */
  public void clear() {
    numbers.clear();
    filled = 0;
    oldest = 0;
  }

  /** Adds a finite number and returns whether the window is full. */
  public boolean add(double x) {
    long key = key(x);
    if (filled < ring.length) {
      numbers.insert(filled, key);
      ring[filled] = key;
      filled++;
      return filled == ring.length;
    }
    numbers.replace(oldest, ring[oldest], key);
    ring[oldest] = key;
    oldest = oldest + 1 == filled ? 0 : oldest + 1;
    return true;
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
    return number(numbers.at(position));
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

  /** Returns how many numbers of the window are below a finite one. */
  public int below(double x) {
    return numbers.below(key(x));
  }

  /**
   * Returns the rank of a number of the window among all of them, from 1; equal numbers share the
   * mean of their ranks.
   */
  public double rank(double x) {
    long key = key(x);
    return (numbers.below(key) + 1 + numbers.below(key + 1)) / 2.0;
  }

  /** Returns the sum of the smallest numbers, at most as many as added. */
  public double lowest(int count) {
    return numbers.lowest(count);
  }

  /** Returns the sum of the differences of all pairs of numbers, up to rounding none negative. */
  public double spread() {
    return numbers.spread();
  }

  /** Returns an integer that compares to others as its finite number does; zeros have one. */
  static long key(double x) {
    long bits = Double.doubleToRawLongBits(x + 0.0); // -0.0 becomes 0.0
    return bits ^ ((bits >> 63) >>> 1);
  }

  static double number(long key) {
    return Double.longBitsToDouble(key ^ ((key >> 63) >>> 1));
  }
}
