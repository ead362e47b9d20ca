package io.quantkit.features;

/** Checks of the arrays that callers supply. */
final class OutputArrays {
  private OutputArrays() {}

  static void check(double[][] out, int outputs, int length) {
    if (out.length != outputs) {
      throw new IllegalArgumentException(
          "there must be " + outputs + " output arrays, were " + out.length);
    }
    for (double[] one : out) {
      check(one, length);
    }
  }

  static void check(double[] out, int length) {
    if (out.length < length) {
      throw new IllegalArgumentException(
          "an output array must hold " + length + " numbers, held " + out.length);
    }
  }
}
