package io.quantkit.features.kernel;

/** Quotients whose denominator may be zero. */
public final class Ratio {
  private Ratio() {}

  /** Returns {@code a / b}, {@code NaN} if {@code b} is 0 or the quotient is not finite. */
  public static double of(double a, double b) {
    return or(a, b, Double.NaN);
  }

  /** Returns {@code a / b}, something else if {@code b} is 0, {@code NaN} if it is not finite. */
  public static double or(double a, double b, double otherwise) {
    if (b == 0) {
      return Double.isNaN(a) ? Double.NaN : otherwise;
    }
    double quotient = a / b;
    return Double.isFinite(quotient) ? quotient : Double.NaN;
  }

  /**
   * Computes {@link #of(double, double)} of numbers, each at its own position: from 0 on.
   *
   * @param out receives the quotients; may be one of the others; modified
   */
  public static void of(double[] a, double[] b, int count, double[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = a[i] / b[i];
    }
    for (int i = 0; i < count; i++) {
      out[i] += 0 * out[i]; // NaN where infinite
    }
  }

  /**
   * Computes {@link #or(double, double, double)} of numbers, each at its own position: from 0 on.
   *
   * @param out receives the quotients; another array than the others; modified
   */
  public static void or(double[] a, double[] b, int count, double otherwise, double[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = a[i] / b[i];
    }
    if (!Finite.all(out, 0, count)) {
      for (int i = 0; i < count; i++) {
        out[i] = or(a[i], b[i], otherwise);
      }
    }
  }

  /** Returns {@code 100 a / (a + b)}, something else if both are 0. */
  public static double share(double a, double b, double otherwise) {
    return 100 * or(a, a + b, otherwise / 100);
  }
}
