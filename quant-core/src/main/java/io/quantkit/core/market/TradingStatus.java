package io.quantkit.core.market;

/**
 * Whether and how an instrument trades from one moment on.
 *
 * @param eventTime since when, in epoch nanoseconds UTC
 * @param knownAt when it was received or published, in epoch nanoseconds UTC
 * @param state what is possible
 * @param reason the venue's words or code, {@code ""} if it gives none
 */
public record TradingStatus(long eventTime, long knownAt, State state, String reason)
    implements MarketRecord {

  /** What is possible in an instrument. */
  public enum State {
    /** Outside the session: nothing. */
    CLOSED,
    /** Orders are collected for an auction. */
    AUCTION,
    /** Continuous trading. */
    TRADING,
    /** Stopped by the venue or the regulator, as for news or for its volatility. */
    HALTED
  }

  /**
   * Creates a status.
   *
   * @throws IllegalArgumentException if it is known before it holds
   */
  public TradingStatus {
    if (knownAt < eventTime) {
      throw new IllegalArgumentException(
          "knownAt must not be before eventTime, was " + knownAt + " < " + eventTime);
    }
  }
}
