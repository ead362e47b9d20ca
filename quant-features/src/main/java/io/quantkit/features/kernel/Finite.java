package io.quantkit.features.kernel;

/** Finds numbers that are missing or infinite. */
public final class Finite {
  private Finite() {}

  /**
   * Returns the first position in a range whose number is not finite, {@code to} if all are.
   *
   * @param from the first position to look at
   * @param to the position after the last one
   */
  public static int until(double[] in, int from, int to) {
    return all(in, from, to) ? to : search(in, from, to);
  }

  /** Returns whether all numbers of a range are finite. */
  public static boolean all(double[] in, int from, int to) {
    return Double.isFinite(sum(in, from, to)) || search(in, from, to) == to;
  }

  /** Returns whether three numbers are finite; a sum of numbers is finite only if they are. */
  public static boolean all(double a, double b, double c) {
    return Double.isFinite(a - b + c)
        || (Double.isFinite(a) && Double.isFinite(b) && Double.isFinite(c));
  }

  /**
   * Returns the sum of a range; eight of them at a time, so that none waits for the other. Finite
   * only if all numbers are.
   */
  static double sum(double[] in, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    double f = 0;
    double g = 0;
    double h = 0;
    int t = from;
    for (int end = to - 7; t < end; t += 8) {
      a += in[t];
      b += in[t + 1];
      c += in[t + 2];
      d += in[t + 3];
      e += in[t + 4];
      f += in[t + 5];
      g += in[t + 6];
      h += in[t + 7];
    }
    for (; t < to; t++) {
      a += in[t];
    }
    return a + b + (c + d) + (e + f + (g + h));
  }

  /** Returns whether all numbers of a range are 0, given that none of them is positive. */
  public static boolean allZero(double[] in, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int t = from;
    for (int end = to - 3; t < end; t += 4) {
      a += in[t];
      b += in[t + 1];
      c += in[t + 2];
      d += in[t + 3];
    }
    for (; t < to; t++) {
      a += in[t];
    }
    return a + b + (c + d) == 0;
  }

  private static int search(double[] in, int from, int to) {
    int t = from;
    while (t < to && Double.isFinite(in[t])) {
      t++;
    }
    return t;
  }
}
