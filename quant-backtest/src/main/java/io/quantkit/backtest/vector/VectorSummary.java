package io.quantkit.backtest.vector;

import io.quantkit.core.math.Decimal;

/**
 * A run in a few numbers: what a grid keeps of each point.
 *
 * @param equity the last equity
 * @param cash the last cash
 * @param fees all fees
 * @param traded the notional of all executions, purchases plus sales
 * @param spread the spread paid
 * @param slippage the slippage paid, in prices and fees
 * @param maximumDrawdown the largest fall of equity from an earlier high as a fraction of that high
 * @param orders how many orders were decided
 * @param refused how many of them were refused
 * @param fills how many were executed
 * @param trades how many positions were closed or turned round
 */
public record VectorSummary(
    Decimal equity,
    Decimal cash,
    Decimal fees,
    Decimal traded,
    double spread,
    double slippage,
    double maximumDrawdown,
    long orders,
    long refused,
    long fills,
    long trades) {}
