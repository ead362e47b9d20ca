/**
 * Limits that an order must keep to before it leaves.
 *
 * <p>Each is an {@link io.quantkit.core.strategy.OrderCheck}: an immutable record of its limit. An
 * order that would break a limit is shrunk to what the limit allows, in whole lots, and rejected if
 * that is nothing. An order that brings a position closer to zero always passes: a way out is never
 * barred. Working orders count as if they were filled; values are at the last known price.
 *
 * <pre>{@code
 * Backtest.of(panel, universe, calendar).check(new MaxPositionWeight(0.25));
 * }</pre>
 */
@NullMarked
package io.quantkit.risk.limit;

import org.jspecify.annotations.NullMarked;
