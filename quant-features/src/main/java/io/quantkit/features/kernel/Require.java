package io.quantkit.features.kernel;

/** The rules that parameters of recipes share. */
public final class Require {
  private Require() {}

  /**
   * Checks a whole number.
   *
   * @throws IllegalArgumentException if it is below {@code least}
   */
  public static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
    }
  }

  /**
   * Checks a number.
   *
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public static void positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
  }

  /**
   * Checks a number.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public static void notNegative(String name, double value) {
    if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be at least 0 and finite, was " + value);
    }
  }

  /**
   * Checks the periods of a fast and a slow average.
   *
   * @throws IllegalArgumentException if the fast one is below 1 or not below the slow one
   */
  public static void fastBelowSlow(int fast, int slow) {
    atLeast("fast", fast, 1);
    if (fast >= slow) {
      throw new IllegalArgumentException("fast must be below slow, was " + fast + " and " + slow);
    }
  }
}
