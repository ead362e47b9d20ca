package io.quantkit.backtest.cost;

/**
 * From how many bars a model learns what is usual for a symbol: its volatility is the root of the
 * mean squared return from close to close over the last bars, its volume their mean volume. Both
 * are known before the bar that an order executes in, and are told per day. Until there is a
 * volume, that of the execution's own bar is taken.
 *
 * <p>A model learns from the first timeframe that it is shown.
 *
 * @param bars how many bars, at least 1
 * @param barsPerDay how many bars make a trading day, positive: 1 for daily bars, 390 for minutes
 *     of New York's regular session
 * @param firstVolatility the volatility of a day, as a part of the price, that is assumed until two
 *     bars are known, at least 0
 */
public record Recent(int bars, double barsPerDay, double firstVolatility) {

  /** Twenty daily bars, and 2 % until then. */
  public static final Recent DAYS = new Recent(20, 1, 0.02);

  public Recent {
    Check.atLeast("bars", bars, 1);
    Check.positive("barsPerDay", barsPerDay);
    Check.atLeastZero("firstVolatility", firstVolatility);
  }

  /** Returns the same length of time in shorter bars. */
  public static Recent days(int days, int barsPerDay) {
    Check.atLeast("days", days, 1);
    Check.atLeast("barsPerDay", barsPerDay, 1);
    return new Recent(Math.multiplyExact(days, barsPerDay), barsPerDay, DAYS.firstVolatility);
  }
}
