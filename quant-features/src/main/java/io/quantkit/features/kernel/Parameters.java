package io.quantkit.features.kernel;

/** The rules that the parameters of many recipes share. */
public final class Parameters {
  private Parameters() {}

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
   * Checks two whole numbers.
   *
   * @throws IllegalArgumentException if the first is below 1 or not below the second
   */
  public static void increasing(String name, int value, String next, int nextValue) {
    atLeast(name, value, 1);
    if (value >= nextValue) {
      throw new IllegalArgumentException(
          "%s must be below %s, were %d and %d".formatted(name, next, value, nextValue));
    }
  }

  /**
   * Checks a number.
   *
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
  }

  /**
   * Checks a number.
   *
   * @throws IllegalArgumentException if it is not within bounds
   */
  public static void within(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s must be within [%s, %s], was %s".formatted(name, low, high, value));
    }
  }
}
