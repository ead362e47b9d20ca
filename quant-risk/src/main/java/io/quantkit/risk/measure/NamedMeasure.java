package io.quantkit.risk.measure;

/**
 * A number with everything a reader needs to trust it.
 *
 * @param group what it is about: {@code Return}, {@code Risk}, {@code Ratio}, {@code Relative}
 * @param name what it is called in the field
 * @param value the number, {@code NaN} where it is not defined
 * @param kind how it is written
 * @param convention how it is computed, in words
 */
public record NamedMeasure(String group, String name, double value, Kind kind, String convention) {

  /** How a number is written. */
  public enum Kind {
    /** A fraction, written as a percentage. */
    FRACTION,
    /** A ratio without a unit. */
    RATIO,
    /** A count of periods. */
    PERIODS
  }
}
