/**
 * What trading costs: spread, slippage and market impact in the price; commissions and the fees of
 * regulators on top.
 *
 * <p>A {@link io.quantkit.backtest.cost.CostModel} is an immutable recipe; each backtest starts its
 * own {@link io.quantkit.backtest.cost.Costs}, which belongs to the thread of that backtest's
 * engine. Models are added up by {@link io.quantkit.backtest.cost.CostModel#of}; {@link
 * io.quantkit.backtest.cost.CostPreset} holds three ready-made ones.
 *
 * <pre>{@code
 * CostModel costs =
 *     CostModel.of(
 *         new FixedSpread(5), // pay half of five basis points
 *         new SquareRootImpact(0.3, Recent.DAYS),
 *         Commission.IBKR_FIXED,
 *         UsFees.EQUITIES);
 * }</pre>
 *
 * <p>A model of spread, slippage or impact speaks of orders that take liquidity; one that waits in
 * the book executes at its own price. Impact models remember what was executed: {@link
 * io.quantkit.backtest.cost.AlmgrenChrissImpact}, {@link
 * io.quantkit.backtest.cost.ObizhaevaWangImpact} and {@link io.quantkit.backtest.cost.Propagator}
 * let an execution move the prices of later ones.
 */
@NullMarked
package io.quantkit.backtest.cost;

import org.jspecify.annotations.NullMarked;
