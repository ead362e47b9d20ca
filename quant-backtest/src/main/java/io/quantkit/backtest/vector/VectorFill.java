package io.quantkit.backtest.vector;

import io.quantkit.core.math.Decimal;

/**
 * An execution.
 *
 * @param row the panel's row in which it took place
 * @param symbol the column of what was traded
 * @param quantity the units bought, negative if sold
 * @param price the price of one unit
 * @param fee what it cost on top
 */
public record VectorFill(int row, int symbol, Decimal quantity, Decimal price, Decimal fee) {}
