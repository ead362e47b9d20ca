package io.quantkit.core.quality;

import io.quantkit.core.math.Quantiles;
import java.util.Arrays;

/**
 * What is usual around each observation: the larger of the medians of the window before and the
 * window after it, and at least half the median of all that are not zero. Looks at both sides, so
 * that neither the first bars of a wild time nor those after it count as wild.
 */
final class LocalScale {
  /** Turns the median of absolute values into a normal deviation: {@code 1 / Phi^-1(3/4)}. */
  static final double NORMAL = 1.4826;

  private static final int LEAST = 15;

  /** {@code trailing[i]}: the median of the usable values among the window before {@code i}. */
  private final double[] trailing;

  /** {@code leading[i]}: the same of the window after it, which skips the next one. */
  private final double[] leading;

  private final double floor;

  /**
   * Takes the sizes of observations.
   *
   * @param sizes {@code NaN} where there is none to count; not modified
   */
  LocalScale(double[] sizes, int window) {
    int width = Math.max(LEAST, window);
    int n = sizes.length;
    trailing = new double[n];
    leading = new double[n];
    double[] buffer = new double[Math.max(width, n)];
    for (int i = 0; i < n; i++) {
      trailing[i] = median(sizes, Math.max(0, i - width), i, buffer);
    }
    for (int i = 0; i < n; i++) {
      int end = i + 2 + width;
      leading[i] = end < n ? trailing[end] : median(sizes, Math.min(n, i + 2), n, buffer);
    }
    int count = 0;
    for (double size : sizes) {
      if (size > 0) {
        buffer[count++] = size;
      }
    }
    floor = count == 0 ? Double.NaN : Quantiles.linear(Arrays.copyOf(buffer, count), 0.5) / 2;
  }

  private static double median(double[] sizes, int from, int to, double[] buffer) {
    int count = 0;
    for (int j = from; j < to; j++) {
      if (!Double.isNaN(sizes[j])) {
        buffer[count++] = sizes[j];
      }
    }
    return count < LEAST ? Double.NaN : Quantiles.linearInPlace(buffer, 0, count, 0.5);
  }

  /** Returns what is usual around an observation, {@code NaN} if nothing is known. */
  double at(int index) {
    double usual = floor;
    if (trailing[index] > usual) {
      usual = trailing[index];
    }
    if (leading[index] > usual) {
      usual = leading[index];
    }
    return usual;
  }
}
