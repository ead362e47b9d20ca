package io.quantkit.core.math;

import java.util.Arrays;

/**
 * Ranks of the values of an array, 1 for the smallest, with scratch space that is reused.
 *
 * <p>A {@code NaN} has no rank: its place in the result is {@code NaN} and the others are ranked as
 * if it were not there. Infinities are ordinary extreme values, the two zeros are equal. Each
 * method costs O(n log n), writes into the caller's array and, once the scratch space has grown,
 * allocates nothing. An object of this class belongs to one thread.
 *
 * <pre>{@code
 * Ranks.averageOf(new double[] {30, 10, NaN, 30}); // 2.5, 1, NaN, 2.5
 * }</pre>
 */
public final class Ranks {
  private double[] keys = new double[0];
  private double[] ranks = new double[0];

  /** Starts without scratch space. */
  public Ranks() {}

  /**
   * Returns the {@linkplain #average average ranks} of an array.
   *
   * @param values not modified
   */
  public static double[] averageOf(double[] values) {
    double[] out = new double[values.length];
    new Ranks().average(values, values.length, out);
    return out;
  }

  /**
   * Gives equal values the mean of the ranks they share: 10, 20, 20, 30 have the ranks 1, 2.5, 2.5,
   * 4. The ranks of n values sum to {@code n * (n + 1) / 2} whatever the ties.
   *
   * @param values not modified, unless it is {@code out}
   * @param size how many of them to rank, from the first
   * @param out receives the ranks; may be the same array as {@code values}
   * @return how many values have a rank
   */
  public int average(double[] values, int size, double[] out) {
    int count = sort(values, size);
    int distinct = 0;
    for (int i = 0, j; i < count; i = j) {
      j = endOfTie(i, count);
      keys[distinct] = keys[i];
      ranks[distinct++] = 0.5 * (i + 1 + j);
    }
    assign(values, size, out, distinct, 0);
    return count;
  }

  /**
   * Divides the {@linkplain #average average ranks} by the number of values that have one, as
   * pandas does with {@code rank(pct=True)}: the largest value has 1 if it is alone, the smallest
   * has {@code 1 / n}.
   *
   * @param values not modified, unless it is {@code out}
   * @param size how many of them to rank, from the first
   * @param out receives the ranks; may be the same array as {@code values}
   * @return how many values have a rank
   */
  public int percentile(double[] values, int size, double[] out) {
    int count = average(values, size, out);
    for (int i = 0; i < size; i++) {
      out[i] /= count;
    }
    return count;
  }

  /**
   * Puts the {@linkplain #average average ranks} on the unit interval, {@code (rank - 1) / (n -
   * 1)}: 0 for the smallest and 1 for the largest value, one half if there is only one.
   *
   * @param values not modified, unless it is {@code out}
   * @param size how many of them to rank, from the first
   * @param out receives the ranks; may be the same array as {@code values}
   * @return how many values have a rank
   */
  public int unit(double[] values, int size, double[] out) {
    int count = average(values, size, out);
    for (int i = 0; i < size; i++) {
      out[i] = count == 1 ? out[i] * 0.5 : (out[i] - 1) / (count - 1);
    }
    return count;
  }

  /**
   * Gives equal values the same rank and the next larger one the next rank: 10, 20, 20, 30 have the
   * ranks 1, 2, 2, 3.
   *
   * @param values not modified, unless it is {@code out}
   * @param size how many of them to rank, from the first
   * @param out receives the ranks; may be the same array as {@code values}
   * @return how many values have a rank
   */
  public int dense(double[] values, int size, double[] out) {
    int count = sort(values, size);
    int distinct = 0;
    for (int i = 0; i < count; i = endOfTie(i, count)) {
      keys[distinct] = keys[i];
      ranks[distinct++] = distinct;
    }
    assign(values, size, out, distinct, 0);
    return count;
  }

  /**
   * Gives every value a rank of its own, equal ones in the order of the array: 10, 20, 20, 30 have
   * the ranks 1, 2, 3, 4.
   *
   * @param values not modified, unless it is {@code out}
   * @param size how many of them to rank, from the first
   * @param out receives the ranks; may be the same array as {@code values}
   * @return how many values have a rank
   */
  public int ordinal(double[] values, int size, double[] out) {
    int count = sort(values, size);
    int distinct = 0;
    for (int i = 0, j; i < count; i = j) {
      j = endOfTie(i, count);
      keys[distinct] = keys[i];
      ranks[distinct++] = i + 1;
    }
    assign(values, size, out, distinct, 1);
    return count;
  }

  /** Sorts the values that are not {@code NaN} into the keys; returns how many there are. */
  private int sort(double[] values, int size) {
    if (keys.length < size) {
      int length = Math.max(size, 2 * keys.length);
      keys = new double[length];
      ranks = new double[length];
    }
    int count = 0;
    for (int i = 0; i < size; i++) {
      keys[count] = values[i] + 0.0;
      count += Double.isNaN(values[i]) ? 0 : 1;
    }
    Arrays.sort(keys, 0, count);
    return count;
  }

  private int endOfTie(int start, int count) {
    int end = start + 1;
    while (end < count && keys[end] == keys[start]) {
      end++;
    }
    return end;
  }

  /** Looks the rank of each value up, and raises the rank of its key by {@code step}. */
  private void assign(double[] values, int size, double[] out, int distinct, int step) {
    for (int i = 0; i < size; i++) {
      double value = values[i];
      if (Double.isNaN(value)) {
        out[i] = Double.NaN;
        continue;
      }
      int at = 0;
      for (int length = distinct; length > 1; ) {
        int half = length >>> 1;
        at += keys[at + half] <= value ? half : 0;
        length -= half;
      }
      out[i] = ranks[at];
      ranks[at] += step;
    }
  }
}
