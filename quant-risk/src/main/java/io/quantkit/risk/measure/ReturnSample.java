package io.quantkit.risk.measure;

/** Checks what measures are given. */
final class ReturnSample {

  private ReturnSample() {}

  /** Returns the given returns if every one of them is a finite number of at least -1. */
  static double[] require(double[] returns) {
    for (int i = 0; i < returns.length; i++) {
      if (!Double.isFinite(returns[i]) || returns[i] < -1) {
        throw new IllegalArgumentException(
            "return " + i + " must be finite and at least -1, was " + returns[i]);
      }
    }
    return returns;
  }

  static void requireSameLength(double[] returns, double[] benchmark) {
    if (returns.length != benchmark.length) {
      throw new IllegalArgumentException(
          "returns and benchmark must have one length, were %d and %d"
              .formatted(returns.length, benchmark.length));
    }
  }

  static double requirePeriods(double periodsPerYear) {
    if (!(periodsPerYear > 0) || periodsPerYear == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "periodsPerYear must be positive and finite, was " + periodsPerYear);
    }
    return periodsPerYear;
  }
}
