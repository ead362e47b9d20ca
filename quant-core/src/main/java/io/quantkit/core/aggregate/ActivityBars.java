package io.quantkit.core.aggregate;

import java.util.Objects;

/**
 * Bars of equal activity: so many trades, units or so much money each.
 *
 * <p>A bar is complete with the trade whose amount makes the sum, rounded once to a double, reach
 * the threshold. By default that trade is in the bar as a whole, which then holds more than the
 * threshold, and the next bar begins from nothing. Split, the bar takes what it lacks and the next
 * ones take the rest, so that every bar holds exactly the threshold: of volume bars, the volume is
 * the threshold and what is left over is carried exactly; of value bars, price times units is, and
 * the units are divided by the price, with the rounding of each bar carried into the next. A split
 * trade is counted in the first of its bars; a bar within one trade has a count of 0.
 *
 * <p>A bar starts with its first trade but not before the one before it is known, and is known when
 * the last of its trades is. Starts rise strictly: of several bars made within one instant each is
 * one nanosecond later than the one before.
 *
 * <p>Bars as input are never split; they need their count, volume or (for value, the average price
 * or else the close is taken) volume to be told.
 *
 * <p>Source: M. López de Prado, "Advances in Financial Machine Learning" (2018), section 2.3.1.
 *
 * @param measure what is counted
 * @param threshold how much makes a bar, positive and finite; of trades, a whole number
 * @param splits whether a trade that crosses the threshold is divided
 */
public record ActivityBars(Measure measure, double threshold, boolean splits) implements BarRule {

  /**
   * Creates a rule.
   *
   * @throws IllegalArgumentException if the threshold is not positive and finite, or trades are
   *     counted and it is not whole or is to be split
   */
  public ActivityBars {
    Objects.requireNonNull(measure, "measure");
    requirePositive("threshold", threshold);
    if (measure == Measure.TICKS && (splits || threshold != Math.rint(threshold))) {
      throw new IllegalArgumentException(
          "threshold of trades must be whole and not split, was " + threshold);
    }
  }

  /** Returns this with trades that cross the threshold divided exactly. */
  public ActivityBars splitting() {
    return new ActivityBars(measure, threshold, true);
  }

  static void requirePositive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + " must be positive and finite, was " + value);
    }
  }
}
