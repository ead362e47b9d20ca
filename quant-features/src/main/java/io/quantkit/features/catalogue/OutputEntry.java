package io.quantkit.features.catalogue;

/**
 * What the catalogue tells about one output of a recipe.
 *
 * @param formula how it is computed, on one line
 * @param unit its unit
 * @param low the smallest possible value, may be minus infinity
 * @param high the largest possible value, may be infinity
 */
public record OutputEntry(String formula, Unit unit, double low, double high) {
  /** Returns an output of any size and sign. */
  public static OutputEntry any(String formula, Unit unit) {
    return new OutputEntry(formula, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Returns an output that is never negative. */
  public static OutputEntry atLeastZero(String formula, Unit unit) {
    return new OutputEntry(formula, unit, 0, Double.POSITIVE_INFINITY);
  }

  /** Returns an output within bounds. */
  public static OutputEntry within(double low, double high, String formula, Unit unit) {
    return new OutputEntry(formula, unit, low, high);
  }
}
