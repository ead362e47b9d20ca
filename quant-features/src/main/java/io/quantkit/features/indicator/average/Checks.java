package io.quantkit.features.indicator.average;

/** Checks of parameters. */
final class Checks {
  private Checks() {}

  static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
    }
  }

  /** Checks that a number is greater than one bound and at most another. */
  static void within(String name, double value, double above, double atMost) {
    if (!(value > above && value <= atMost)) {
      throw new IllegalArgumentException(
          name + " must be above " + above + " and at most " + atMost + ", was " + value);
    }
  }
}
