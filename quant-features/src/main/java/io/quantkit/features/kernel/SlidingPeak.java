package io.quantkit.features.kernel;

/**
 * How long ago the largest of the last {@code size} numbers was; of equal ones the newest counts.
 * By the blocks of {@link SlidingMean}.
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

  private void turn() {
    double suffix = Double.NEGATIVE_INFINITY;
    int place = size - 1;
    for (int i = size - 1; i >= 0; i--) {
      if (cells[i] > suffix) {
        suffix = cells[i];
        place = i;
      }
      cells[i] = suffix;
      places[i] = place;
    }
    running = Double.NEGATIVE_INFINITY;
    filled = 0;
    full = true;
  }
}
