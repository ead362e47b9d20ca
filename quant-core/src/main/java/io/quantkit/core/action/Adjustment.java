package io.quantkit.core.action;

/**
 * Which actions adjusted prices allow for, and how.
 *
 * <p>Each action has a price factor {@code f} that multiplies all prices before its ex time, and a
 * volume factor that multiplies all volumes before it. {@code D} is a dividend, {@code P0} the last
 * close before the ex time, {@code P1} the close of the first bar from the ex time on. Ratios are
 * {@code to : from}.
 *
 * <pre>
 *                  SPLITS            SPLITS_AND_DIVIDENDS          TOTAL_RETURN        volume
 * split            from / to         from / to                     from / to           to / from
 * stock dividend   from / (from+to)  from / (from+to)              from / (from+to)    (from+to) / from
 * cash dividend    1                 1 - D / P0                    P1 / (P1 + D)       1
 * spin-off         1                 1 - child share               1 - child share     1
 * rights at S      1                 1 - v / P0                    P1 / (P1 + v)       1
 * merger, change of symbol, delisting: 1
 * </pre>
 *
 * <p>{@code v} is what the rights of one old share are worth in theory: {@code to (P0 - S) / (from
 * + to)} before and {@code to (P1 - S) / from} after the ex time, 0 if that is negative. Of several
 * actions at one ex time each takes the price as the one before it in the table leaves it.
 *
 * <p>Source: Center for Research in Security Prices, Data Descriptions Guide (factor to adjust
 * price; holding period total return).
 */
public enum Adjustment {
  /** For the number of shares only: prices as a holder of one of the latest shares sees them. */
  SPLITS,
  /**
   * For whatever is given to holders, by its worth against the close before the ex time: returns
   * close to close are those of a holder who sells what is given at that close.
   */
  SPLITS_AND_DIVIDENDS,
  /**
   * For whatever is given to holders, reinvested at the close of the first bar from the ex time on:
   * the return over that close is {@code (P1 + D) / P0 - 1}. Until that bar is known an action with
   * {@code P1} in its factor has none.
   */
  TOTAL_RETURN
}
