/**
 * How to trade a large quantity: schedules that weigh the cost of haste against the risk of delay.
 *
 * <p>{@link io.quantkit.core.execution.AlmgrenChriss} tells how a market answers to trading and
 * gives the {@link io.quantkit.core.execution.ExecutionPath} that suits one's aversion to risk.
 * Everything here is immutable and safe to share between threads.
 *
 * <pre>{@code
 * AlmgrenChriss market = new AlmgrenChriss(0.95, 0.0625, 2.5e-6, 2.5e-7); // $ and days
 * ExecutionPath path = market.optimal(1_000_000, 5, 5, 2e-6); // sell a million in five days
 * path.trade(0); // 571,401 on the first day
 * path.expectedCost(); // 1,140,715 dollars
 * }</pre>
 */
@NullMarked
package io.quantkit.core.execution;

import org.jspecify.annotations.NullMarked;
