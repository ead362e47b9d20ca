package io.quantkit.core.math;

/**
 * A running sum whose rounding error does not grow with the number of terms.
 *
 * <p>Neumaier's variant of Kahan summation (A. Neumaier, Rundungsfehleranalyse einiger Verfahren
 * zur Summation endlicher Summen, ZAMM 54, 1974). Terms may be subtracted again, as a sliding
 * window does. A {@code NaN} term makes the sum {@code NaN} for good. Belongs to one thread.
 */
public final class CompensatedSum {
  private double sum;
  private double compensation;

  /** Creates a sum of nothing: 0. */
  public CompensatedSum() {}

  /** Adds a term. */
  public void add(double term) {
    double next = sum + term;
    compensation += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  /** Returns the sum of all terms. */
  public double value() {
    return sum + compensation;
  }

  /** Becomes a sum of nothing. */
  public void reset() {
    sum = 0;
    compensation = 0;
  }

  /** Returns the sum of a range, 0 if it is empty. */
  public static double of(double[] values, int fromInclusive, int toExclusive) {
    double sum = 0;
    double compensation = 0;
    for (int i = fromInclusive; i < toExclusive; i++) {
      double term = values[i];
      double next = sum + term;
      compensation += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
      sum = next;
    }
    return sum + compensation;
  }

  /** Returns the sum of all values, 0 if there are none. */
  public static double of(double... values) {
    return of(values, 0, values.length);
  }
}
