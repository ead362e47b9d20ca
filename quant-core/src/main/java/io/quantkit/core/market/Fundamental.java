package io.quantkit.core.market;

/**
 * One number that a company reported, such as its net income of a quarter.
 *
 * <p>A restatement is another record with the same symbol, item and event time and a later {@code
 * knownAt}; whoever asks as of a time before it is answered with the old number.
 *
 * @param symbol whose
 * @param item what it measures, such as {@code net_income}, not empty
 * @param eventTime the end of the period it is about, in epoch nanoseconds UTC
 * @param knownAt when it was filed or published, in epoch nanoseconds UTC
 * @param value the number, finite
 * @param unit what it is in, such as {@code USD} or {@code shares}
 */
public record Fundamental(
    Symbol symbol, String item, long eventTime, long knownAt, double value, String unit)
    implements MarketRecord {

  /**
   * Creates a number.
   *
   * @throws IllegalArgumentException if it is known before its period is over, has no item or is
   *     not finite
   */
  public Fundamental {
    if (knownAt < eventTime) {
      throw new IllegalArgumentException(
          "knownAt must not be before eventTime, was " + knownAt + " < " + eventTime);
    }
    if (item.isBlank()) {
      throw new IllegalArgumentException("item must not be empty");
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "value of %s %s must be finite, was %s".formatted(symbol, item, value));
    }
  }
}
