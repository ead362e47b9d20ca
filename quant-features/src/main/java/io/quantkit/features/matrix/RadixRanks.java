package io.quantkit.features.matrix;

import java.util.Arrays;

/** Average ranks of finite numbers in linear time, with scratch space that is reused. */
final class RadixRanks {
  /*
   * A double's bits, turned so that whole numbers order as the doubles do, are spread over a digest
   * of 24 to 33 bits above their position. Three passes of a radix sort from the low digit order the
   * digests. Numbers that share one are put in order by insertion; if that proves too long, the whole
   * is sorted by comparison.
   */
  private static final int MOVES_PER_NUMBER = 8;

  private long[] keys = new long[0];
  private long[] a = new long[0];
  private long[] b = new long[0];
  private int[] counts = new int[0];

  /** Replaces each of the first {@code size} numbers, all finite, by its average rank from 1. */
  void average(double[] values, int size) {
    if (size == 0) {
      return;
    }
    int bits = size < 1024 ? 8 : size < 16_384 ? 10 : 11;
    grow(size, 3 << bits);
    digest(values, size, bits);
    scatter(a, b, size, 0, bits, counts, 0);
    scatter(b, a, size, bits, bits, counts, 1 << bits);
    scatter(a, b, size, 2 * bits, bits, counts, 2 << bits);
    if (settle(size)) {
      assign(values, size);
    } else {
      compare(values, size);
    }
  }

  private void grow(int size, int buckets) {
    if (keys.length < size) {
      int length = Math.max(size, 2 * keys.length);
      keys = new long[length];
      a = new long[length];
      b = new long[length];
    }
    if (counts.length < buckets) {
      counts = new int[buckets];
    }
  }

  private void digest(double[] values, int size, int bits) {
    long[] key = keys;
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      long raw = Double.doubleToRawLongBits(values[i] + 0.0);
      long k = raw ^ (raw >> 63 >>> 1);
      key[i] = k;
      min = Math.min(min, k);
      max = Math.max(max, k);
    }
    int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(max - min) - 3 * bits);
    int buckets = 1 << bits;
    int mask = buckets - 1;
    int[] count = counts;
    Arrays.fill(count, 0, 3 * buckets, 0);
    long[] to = a;
    for (int i = 0; i < size; i++) {
      long d = (key[i] - min) >>> shift;
      to[i] = d << 31 | i;
      count[(int) d & mask]++;
      count[buckets + ((int) (d >>> bits) & mask)]++;
      count[2 * buckets + ((int) (d >>> (2 * bits)) & mask)]++;
    }
    for (int digit = 0; digit < 3; digit++) {
      int sum = 0;
      for (int i = digit * buckets, end = i + buckets; i < end; i++) {
        int c = count[i];
        count[i] = sum;
        sum += c;
      }
    }
  }

  private static void scatter(
      long[] from, long[] to, int size, int low, int bits, int[] count, int base) {
    int mask = (1 << bits) - 1;
    int shift = 31 + low;
    for (int i = 0; i < size; i++) {
      long p = from[i];
      to[count[base + ((int) (p >>> shift) & mask)]++] = p;
    }
  }

  /** Orders what shares a digest; returns false if it gave up. */
  private boolean settle(int size) {
    long budget = (long) MOVES_PER_NUMBER * size;
    long[] order = b;
    for (int i = 1; i < size; i++) {
      long p = order[i];
      if (p >>> 31 != order[i - 1] >>> 31) {
        continue;
      }
      long key = keys[(int) p & Integer.MAX_VALUE];
      int j = i - 1;
      while (j >= 0
          && order[j] >>> 31 == p >>> 31
          && keys[(int) order[j] & Integer.MAX_VALUE] > key) {
        order[j + 1] = order[j];
        j--;
        budget--;
      }
      order[j + 1] = p;
      if (budget < 0) {
        return false;
      }
    }
    return true;
  }

  /** Sorts the keys and looks the first and last place of each number up. */
  private void compare(double[] values, int size) {
    System.arraycopy(keys, 0, a, 0, size);
    Arrays.sort(a, 0, size);
    for (int i = 0; i < size; i++) {
      values[i] = 0.5 * (below(keys[i], size) + 1 + below(keys[i] + 1, size));
    }
  }

  /** Returns how many sorted keys are less than a key. */
  private int below(long key, int size) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (a[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void assign(double[] values, int size) {
    long[] order = b;
    int i = 0;
    while (i < size) {
      int index = (int) order[i] & Integer.MAX_VALUE;
      long key = keys[index];
      int j = i + 1;
      while (j < size && keys[(int) order[j] & Integer.MAX_VALUE] == key) {
        j++;
      }
      double rank = 0.5 * (i + 1 + j);
      values[index] = rank;
      for (int k = i + 1; k < j; k++) {
        values[(int) order[k] & Integer.MAX_VALUE] = rank;
      }
      i = j;
    }
  }
}
