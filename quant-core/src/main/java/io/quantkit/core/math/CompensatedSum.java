package io.quantkit.core.math;

import java.util.Objects;

/**
 * A running sum that also carries the rounding errors of its additions.
 *
 * <p>The error of {@link #value()} is about one rounding of the true sum plus {@code n * 2^-106}
 * times the sum of the magnitudes, instead of {@code n * 2^-53} times it for a plain sum. A {@code
 * NaN} makes the sum {@code NaN} until {@link #reset()}; an infinity makes it infinite, two
 * opposite ones make it {@code NaN}. An accumulator belongs to one thread.
 *
 * <p>Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen",
 * ZAMM 54 (1974), the improved Kahan-Babuska summation.
 */
public final class CompensatedSum {
  private double sum;
  private double lost;

  /** Starts at 0. */
  public CompensatedSum() {}

  /**
   * Returns the sum of all values, 0 if there are none.
   *
   * @param values not modified
   */
  public static double of(double... values) {
    return of(values, 0, values.length);
  }

  /**
   * Returns the sum of part of an array, 0 if it is empty.
   *
   * @param values not modified
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static double of(double[] values, int fromInclusive, int toExclusive) {
    Objects.checkFromToIndex(fromInclusive, toExclusive, values.length);
    double sum = 0;
    double lost = 0;
    for (int i = fromInclusive; i < toExclusive; i++) {
      double next = sum + values[i];
      lost += lost(sum, values[i], next);
      sum = next;
    }
    return total(sum, lost);
  }

  /** Adds a number. */
  public void add(double value) {
    double next = sum + value;
    lost += lost(sum, value, next);
    sum = next;
  }

  /** Adds what another sum holds, with the errors it carries. */
  public void add(CompensatedSum other) {
    double otherLost = other.lost;
    add(other.sum);
    lost += otherLost;
  }

  /** Returns the sum so far. */
  public double value() {
    return total(sum, lost);
  }

  /** Starts again at 0. */
  public void reset() {
    sum = 0;
    lost = 0;
  }

  /** Returns what the addition {@code a + b = rounded} lost. */
  static double lost(double a, double b, double rounded) {
    return Math.abs(a) >= Math.abs(b) ? (a - rounded) + b : (b - rounded) + a;
  }

  /** An infinite sum has no rounding errors worth the name. */
  static double total(double sum, double lost) {
    return Double.isInfinite(sum) ? sum : sum + lost;
  }
}
