package io.quantkit.features.kernel;

/** The highest and the lowest price of the last {@code size} bars. */
public final class SlidingRange {
  private final SlidingMaximum highs;
  private final SlidingMaximum negatedLows;

  /** Creates an empty window of {@code size} bars, at least 1. */
  public SlidingRange(int size) {
    this(new SlidingMaximum(size), new SlidingMaximum(size));
  }

  private SlidingRange(SlidingMaximum highs, SlidingMaximum negatedLows) {
    this.highs = highs;
    this.negatedLows = negatedLows;
  }

  /** Returns an independent window with the same content. */
  public SlidingRange copy() {
    return new SlidingRange(highs.copy(), negatedLows.copy());
  }

  /** Forgets everything. */
  public void clear() {
    highs.clear();
    negatedLows.clear();
  }

  /** Adds finite prices and returns whether the window is full. */
  public boolean add(double high, double low) {
    highs.add(high);
    return negatedLows.add(-low);
  }

  /**
   * Adds finite prices and tells the highest and the lowest after each bar, all from position 0 on.
   *
   * @param high the highest prices; may be {@code highest}
   * @param low the lowest prices; may be {@code lowest} or {@code high}
   * @param count how many bars, at most {@link BlockIndicator#SIZE}
   * @param highest receives the highest prices, {@code NaN} until the window is full; modified
   * @param lowest receives the lowest prices likewise; another array; modified
   */
  public void add(double[] high, double[] low, int count, double[] highest, double[] lowest) {
    negatedLows.addNegatives(low, 0, count, lowest, 0);
    highs.add(high, 0, count, highest, 0);
  }

  /** Returns whether the window is full. */
  public boolean full() {
    return highs.full();
  }

  /** Returns the highest price, {@code NaN} until the window is full. */
  public double highest() {
    return highs.maximum();
  }

  /** Returns the lowest price, {@code NaN} until the window is full. */
  public double lowest() {
    return -negatedLows.maximum();
  }
}
