package io.quantkit.backtest.vector;

import io.quantkit.core.strategy.Strategy;

/**
 * Decisions over a panel that are known before the account is: what a {@link VectorBacktest} runs.
 *
 * <p>Rows and columns are those of the panel. What is decided in a row is decided when the row is
 * known and executed later, as {@link io.quantkit.backtest.market.FillTiming} says. All orders are
 * market orders that work until they are filled.
 */
public sealed interface Plan permits OrderPlan, SignalPlan, WeightPlan {

  /**
   * Returns a strategy that decides the same in an engine that replays the panel from its first
   * row: the way from research to a backtest with other orders, checks and costs.
   */
  Strategy strategy();
}
