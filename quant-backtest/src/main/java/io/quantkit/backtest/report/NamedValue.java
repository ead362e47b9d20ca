package io.quantkit.backtest.report;

/**
 * A number with a name, such as the importance of a feature.
 *
 * @param name what it belongs to, not blank
 * @param value the number, {@code NaN} if there is none
 */
public record NamedValue(String name, double value) {

  public NamedValue {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of a value must not be blank");
    }
  }
}
