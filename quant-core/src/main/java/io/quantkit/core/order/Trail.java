package io.quantkit.core.order;

import io.quantkit.core.math.Decimal;
import java.math.RoundingMode;

/**
 * The distance of a trailing stop from the best price.
 *
 * @param value how far, positive: an amount of money per unit, or a percentage below 100
 * @param percent whether it is a percentage of the best price
 */
public record Trail(Decimal value, boolean percent) {
  private static final Decimal HUNDRED = Decimal.of(100);

  public Trail {
    if (!value.isPositive() || (percent && value.compareTo(HUNDRED) >= 0)) {
      throw new IllegalArgumentException(
          "trail must be positive" + (percent ? " and below 100 percent" : "") + ", was " + value);
    }
  }

  /** Returns a distance in money per unit. */
  public static Trail amount(Decimal amount) {
    return new Trail(amount, false);
  }

  /** Returns a distance in percent of the best price; 5 is 5 %. */
  public static Trail percent(Decimal percent) {
    return new Trail(percent, true);
  }

  /**
   * Returns where the stop is.
   *
   * @param best the highest price so far for a sell, the lowest for a buy
   * @param side the side of the order
   * @param tick the step to which the stop is rounded, away from the best price
   */
  public Decimal stop(Decimal best, Side side, Decimal tick) {
    RoundingMode away = side == Side.SELL ? RoundingMode.FLOOR : RoundingMode.CEILING;
    Decimal distance = percent ? best.times(value, 12, away).dividedBy(HUNDRED, 14, away) : value;
    Decimal stop = side == Side.SELL ? best.minus(distance) : best.plus(distance);
    return stop.roundToMultiple(tick, away);
  }
}
