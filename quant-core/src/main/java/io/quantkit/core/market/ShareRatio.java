package io.quantkit.core.market;

/**
 * How many new shares come for how many old ones, exactly.
 *
 * @param to the new shares, positive
 * @param from the old shares, positive
 */
public record ShareRatio(long to, long from) {

  /**
   * Creates a ratio.
   *
   * @throws IllegalArgumentException if a number is not positive
   */
  public ShareRatio {
    if (to <= 0 || from <= 0) {
      throw new IllegalArgumentException(
          "share ratio must be of positive numbers, was " + to + " for " + from);
    }
  }

  /** Returns a ratio, such as {@code ShareRatio.of(7, 1)} for seven new shares for an old one. */
  public static ShareRatio of(long to, long from) {
    return new ShareRatio(to, from);
  }

  /** Returns {@code to / from}, rounded once. */
  public double value() {
    return (double) to / from;
  }

  /** Returns, for example, {@code 7:1}. */
  @Override
  public String toString() {
    return to + ":" + from;
  }
}
