package io.quantkit.models.validation;

import io.quantkit.core.series.Dataset;
import java.util.Arrays;

/**
 * Rows of a dataset to learn from and rows to test on, that know nothing of each other.
 *
 * <p>A row occupies the time from its own to the end of its label's interval, both inclusive. No
 * row to learn from overlaps a row to test on; building a split in which one does is an error.
 */
public final class Split {
  private final Dataset data;
  private final int[] trainRows;
  private final int[] testRows;

  private Split(Dataset data, int[] trainRows, int[] testRows) {
    this.data = data;
    this.trainRows = trainRows;
    this.testRows = testRows;
  }

  /**
   * Returns the split of a dataset into the given rows.
   *
   * @param trainRows rows to learn from, increasing, at least one; not modified, not kept
   * @param testRows rows to test on, increasing, at least one; not modified, not kept
   * @throws IllegalArgumentException if a row to learn from overlaps one to test on, naming both
   */
  public static Split of(Dataset data, int[] trainRows, int[] testRows) {
    requireRows("train", data, trainRows);
    requireRows("test", data, testRows);
    Split split = new Split(data, trainRows.clone(), testRows.clone());
    split.requireNoLeak();
    return split;
  }

  /** Returns the dataset that is split. */
  public Dataset data() {
    return data;
  }

  /** Returns the positions of the rows to learn from, increasing; a copy. */
  public int[] trainRows() {
    return trainRows.clone();
  }

  /** Returns the positions of the rows to test on, increasing; a copy. */
  public int[] testRows() {
    return testRows.clone();
  }

  /** Returns the rows to learn from. */
  public Dataset train() {
    return data.pick(trainRows);
  }

  /** Returns the rows to test on. */
  public Dataset test() {
    return data.pick(testRows);
  }

  /** Returns the time of the first row to test on. */
  public long testStart() {
    return data.time(testRows[0]);
  }

  @Override
  public String toString() {
    return "Split of %d rows to learn from, %d to test on"
        .formatted(trainRows.length, testRows.length);
  }

  private static void requireRows(String name, Dataset data, int[] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException(name + " rows must be at least one, were none");
    }
    for (int k = 0; k < rows.length; k++) {
      if (rows[k] < 0 || rows[k] >= data.rows()) {
        throw new IllegalArgumentException(
            "%s row must be within [0, %d), was %d".formatted(name, data.rows(), rows[k]));
      }
      if (k > 0 && rows[k] <= rows[k - 1]) {
        throw new IllegalArgumentException(
            "%s rows must increase, %d follows %d".formatted(name, rows[k], rows[k - 1]));
      }
    }
  }

  /*
   * The tested intervals in order of their starts, each end raised to the greatest so far. The last
   * of those that start by the end of a row to learn from reaches farthest of all of them; so it
   * overlaps the row if any does.
   */
  private void requireNoLeak() {
    long[] starts = new long[testRows.length];
    int[] farthest = new int[testRows.length];
    for (int k = 0; k < testRows.length; k++) {
      int row = testRows[k];
      boolean farther = k == 0 || data.intervalEnd(row) > data.intervalEnd(farthest[k - 1]);
      starts[k] = data.time(row);
      farthest[k] = farther ? row : farthest[k - 1];
    }
    for (int row : trainRows) {
      int k = lastAt(starts, data.intervalEnd(row));
      if (k >= 0 && data.intervalEnd(farthest[k]) >= data.time(row)) {
        throw new IllegalArgumentException(
            "train row %d occupies [%d, %d] and overlaps test row %d with [%d, %d]"
                .formatted(
                    row,
                    data.time(row),
                    data.intervalEnd(row),
                    farthest[k],
                    data.time(farthest[k]),
                    data.intervalEnd(farthest[k])));
      }
    }
  }

  private static int lastAt(long[] sorted, long time) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Collects row positions. */
  static final class Rows {
    private final int[] rows;
    private int size;

    Rows(int capacity) {
      rows = new int[capacity];
    }

    void add(int row) {
      rows[size++] = row;
    }

    boolean isEmpty() {
      return size == 0;
    }

    int[] toArray() {
      return Arrays.copyOf(rows, size);
    }
  }
}
