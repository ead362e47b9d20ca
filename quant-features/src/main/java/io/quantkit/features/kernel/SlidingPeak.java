package io.quantkit.features.kernel;

/**
 * How long ago the largest of the last {@code size} numbers was; of equal ones the newest counts.
 * By the blocks of {@link SlidingMoments}.
 */
public final class SlidingPeak {
  private final int size;
  private final double[] cells;

  /** By place in the old block: the place of the newest largest number from there to its end. */
  private final int[] places;

  private int filled;
  private boolean full;
  private double running;
  private int runningPlace;

  /** Creates an empty window of {@code size} numbers, at least 1. */
  public SlidingPeak(int size) {
    this.size = size;
    cells = new double[size];
    places = new int[size];
    clear();
  }

  private SlidingPeak(SlidingPeak other) {
    size = other.size;
    cells = other.cells.clone();
    places = other.places.clone();
    filled = other.filled;
    full = other.full;
    running = other.running;
    runningPlace = other.runningPlace;
  }

  /** Returns an independent window with the same content. */
  public SlidingPeak copy() {
    return new SlidingPeak(this);
  }

  /** Forgets everything. */
  public void clear() {
    filled = 0;
    full = false;
    running = Double.NEGATIVE_INFINITY;
    runningPlace = 0;
  }

  /** Returns whether the window is full. */
  public boolean full() {
    return full;
  }

  /** Adds a finite number and returns the age of the largest, -1 until the window is full. */
  public int add(double x) {
    int k = filled;
    cells[k] = x;
    if (x >= running) {
      running = x;
      runningPlace = k;
    }
    if (++k == size) {
      int age = size - 1 - runningPlace;
      turn();
      return age;
    }
    filled = k;
    if (!full) {
      return -1;
    }
    return running >= cells[k] ? k - 1 - runningPlace : k - 1 + size - places[k];
  }

  /**
   * Adds finite numbers and tells the age of the largest after each of them.
   *
   * @param in the numbers from position 0 on; not modified
   * @param count how many
   * @param ages receives the ages from position 0 on; modified
   */
  public void add(double[] in, int count, int[] ages) {
    int t = 0;
    while (t < count) {
      if (full && filled < size - 1) {
        t = part(in, t, count, ages);
      } else {
        ages[t] = add(in[t]);
        t++;
      }
    }
  }

  /** Adds what comes before the block is complete and returns the position after it. */
  private int part(double[] in, int from, int to, int[] ages) {
    int count = Math.min(to - from, size - 1 - filled);
    int begin = filled;
    double largest = running;
    int place = runningPlace;
    for (int i = 0; i < count; i++) {
      int k = begin + i;
      double x = in[from + i];
      // Conditional moves: whether a number is the largest so far cannot be foretold.
      place = x >= largest ? k : place;
      largest = Math.max(largest, x);
      int young = k - place;
      int old = k + size - places[k + 1];
      ages[from + i] = largest >= cells[k + 1] ? young : old;
      cells[k] = x;
    }
    filled = begin + count;
    running = largest;
    runningPlace = place;
    return from + count;
  }

  private void turn() {
    double suffix = Double.NEGATIVE_INFINITY;
    int place = size - 1;
    for (int i = size - 1; i >= 0; i--) {
      double x = cells[i];
      place = x > suffix ? i : place;
      suffix = Math.max(suffix, x);
      cells[i] = suffix;
      places[i] = place;
    }
    running = Double.NEGATIVE_INFINITY;
    filled = 0;
    full = true;
  }
}
