package io.quantkit.backtest.market;

/** Which prices of a tick-driven market trigger stops and touches and move trailing stops. */
public enum TriggerSource {
  /** Executions. Until the first one is shown, the quote: data without trades trigger, too. */
  LAST_TRADE,
  /** The price at which the order would execute: the ask for a buy, the bid for a sell. */
  QUOTE
}
