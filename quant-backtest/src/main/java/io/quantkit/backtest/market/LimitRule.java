package io.quantkit.backtest.market;

/** When a limit order that waits in the book is executed. */
public enum LimitRule {
  /** When a bar trades at a better price than its limit: then whoever was in the queue is done. */
  TRADE_THROUGH,
  /** As soon as a bar trades at its limit, as if it were first in the queue. */
  TOUCH
}
