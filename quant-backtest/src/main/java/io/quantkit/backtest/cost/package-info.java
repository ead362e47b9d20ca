/**
 * What trading costs: spread, slippage and market impact in the price; commissions and the fees of
 * regulators on top.
 *
 * <p>A {@link io.quantkit.backtest.cost.CostModel} is an immutable recipe; each backtest starts its
 * own {@link io.quantkit.backtest.cost.Costs}, which belongs to the thread of that backtest's
 * engine.
 */
@NullMarked
package io.quantkit.backtest.cost;

import org.jspecify.annotations.NullMarked;
