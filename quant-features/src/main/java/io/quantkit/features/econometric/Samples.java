package io.quantkit.features.econometric;

/** Checks of samples and a few sums. */
final class Samples {
  private Samples() {}

  static void check(double[] x, int atLeast, String name) {
    if (x.length < atLeast) {
      throw new IllegalArgumentException(
          "%s must hold at least %d numbers, held %d".formatted(name, atLeast, x.length));
    }
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i])) {
        throw new IllegalArgumentException(
            "%s must be finite, was %s at %d".formatted(name, x[i], i));
      }
    }
  }

  static void checkPair(double[] x, double[] y, int atLeast) {
    check(x, atLeast, "x");
    check(y, atLeast, "y");
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "x and y must have the same length, were %d and %d".formatted(x.length, y.length));
    }
  }

  static void checkAtLeast(String name, double value, double least) {
    if (!(value >= least)) {
      throw new IllegalArgumentException(
          "%s must be at least %s, was %s".formatted(name, text(least), text(value)));
    }
  }

  static void checkWithin(String name, double value, double above, double below) {
    if (!(value > above && value < below)) {
      throw new IllegalArgumentException(
          "%s must be within (%s, %s), was %s"
              .formatted(name, text(above), text(below), text(value)));
    }
  }

  private static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  static double mean(double[] x, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += x[i] - x[from];
    }
    return x[from] + sum / (to - from);
  }

  static double[] demeaned(double[] x) {
    double mean = mean(x, 0, x.length);
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i] - mean;
    }
    return out;
  }

  static double[] differences(double[] x) {
    double[] out = new double[x.length - 1];
    for (int i = 0; i < out.length; i++) {
      out[i] = x[i + 1] - x[i];
    }
    return out;
  }

  /** Returns the sum of products of x with itself {@code lag} steps earlier. */
  static double lagged(double[] x, int from, int to, int lag) {
    double sum = 0;
    for (int i = from + lag; i < to; i++) {
      sum = Math.fma(x[i], x[i - lag], sum);
    }
    return sum;
  }

  /** Returns Newey and West's long-run variance with Bartlett weights, divided by the length. */
  static double longRunVariance(double[] residuals, int length, int lags) {
    double sum = lagged(residuals, 0, length, 0);
    for (int lag = 1; lag <= lags; lag++) {
      sum += 2 * (1 - lag / (lags + 1.0)) * lagged(residuals, 0, length, lag);
    }
    return sum / length;
  }

  static int bartlettLags(int length, double factor) {
    return (int) (factor * StrictMath.pow(length / 100.0, 0.25));
  }
}
