package io.quantkit.features.microstructure;

/**
 * How a trade is told to be a buy or a sell: by who, as far as one can tell, crossed the spread.
 *
 * <p>The quote that a trade is judged by is the last one known before it. Without a quote of both
 * sides the rules that ask for one fall back to the tick rule, except {@link #QUOTE_RULE}.
 */
public enum TradeClassification {
  /** What the source tells, {@link #LEE_READY} where it does not. */
  TOLD,

  /**
   * By the last change of price: a buy if it went up, a sell if down; unchanged prices are what the
   * trade before was, trades before the first change neither. M. López de Prado, Advances in
   * Financial Machine Learning, 2018, 19.3.1; C. Lee and M. Ready, Journal of Finance 46, 1991.
   */
  TICK_RULE,

  /**
   * A buy above the middle of the quote, a sell below, neither at the middle or without a quote.
   */
  QUOTE_RULE,

  /**
   * By the quote, at the middle by the tick rule. C. Lee and M. Ready, "Inferring trade direction
   * from intraday data", Journal of Finance 46, 1991; without their delay of the quote by 5
   * seconds, which clocks no longer need (H. Bessembinder, Journal of Financial Economics 67,
   * 2003).
   */
  LEE_READY,

  /**
   * A buy at the ask, a sell at the bid, all else, and all in a locked market, by the tick rule. K.
   * Ellis, R. Michaely and M. O'Hara, "The accuracy of trade classification rules", Journal of
   * Financial and Quantitative Analysis 35, 2000.
   */
  EMO
}
