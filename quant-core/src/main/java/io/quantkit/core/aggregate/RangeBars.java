package io.quantkit.core.aggregate;

/**
 * Range bars: bars whose high is at least a fixed distance above their low.
 *
 * <p>A bar is complete with the trade that makes {@code high - low >= range - ulp(high)}; the unit
 * in the last place allows for prices and a range that are decimals, whose difference as doubles
 * falls short by that much. The trade is in the bar: all prices were traded, and a jump makes a bar
 * of more than the range, never one at a price that nobody paid. The next bar begins with the next
 * trade.
 *
 * <p>Start and knowledge are as in {@link ActivityBars}. Bars as input need their high and low.
 *
 * @param range the distance in units of price, positive and finite
 */
public record RangeBars(double range) implements BarRule {

  /**
   * Creates a rule.
   *
   * @throws IllegalArgumentException if the range is not positive and finite
   */
  public RangeBars {
    ActivityBars.requirePositive("range", range);
  }
}
