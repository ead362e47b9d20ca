package io.quantkit.features.matrix;

/**
 * The mean and deviation of numbers, measured from the first of them, so that equal numbers have no
 * deviation at all; if that is far out, from a point near the mean.
 */
final class Spread {
  /** Beyond this many deviations the first number is far out. */
  private static final double FAR = 4;

  private double base;
  private double mean;
  private double deviation;

  /** Measures a range and returns whether its sum of squares is a number. */
  boolean measure(double[] x, int from, int to, int ddof) {
    base = x[from];
    double variance = pass(x, from, to, ddof);
    if (mean * mean > FAR * FAR * variance) {
      base += mean;
      variance = pass(x, from, to, ddof);
    }
    deviation = variance > 0 ? Math.sqrt(variance) : Double.NaN;
    return variance < Double.POSITIVE_INFINITY;
  }

  private double pass(double[] x, int from, int to, int ddof) {
    double about = base;
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double square0 = 0;
    double square1 = 0;
    double square2 = 0;
    double square3 = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      double d0 = x[i] - about;
      double d1 = x[i + 1] - about;
      double d2 = x[i + 2] - about;
      double d3 = x[i + 3] - about;
      sum0 += d0;
      sum1 += d1;
      sum2 += d2;
      sum3 += d3;
      square0 = Math.fma(d0, d0, square0);
      square1 = Math.fma(d1, d1, square1);
      square2 = Math.fma(d2, d2, square2);
      square3 = Math.fma(d3, d3, square3);
    }
    for (; i < to; i++) {
      double d = x[i] - about;
      sum0 += d;
      square0 = Math.fma(d, d, square0);
    }
    double sum = (sum0 + sum1) + (sum2 + sum3);
    mean = sum / (to - from);
    double squares = Math.fma(-mean, sum, (square0 + square1) + (square2 + square3));
    return squares / (to - from - ddof);
  }

  /** Writes the scores of what was measured; {@code out} may be {@code x}. */
  void standardize(double[] x, int from, int to, double[] out) {
    double centre = base;
    double rest = mean;
    double scale = deviation;
    for (int i = from; i < to; i++) {
      out[i] = (x[i] - centre - rest) / scale;
    }
  }
}
