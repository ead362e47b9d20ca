/**
 * Exact decimals for money, and the numeric kernels that several modules share.
 *
 * <p>Start with {@link io.quantkit.core.math.Decimal} for money, {@link
 * io.quantkit.core.math.Moments}, {@link io.quantkit.core.math.Quantiles} and {@link
 * io.quantkit.core.math.Correlation} for statistics of arrays, and {@link
 * io.quantkit.core.math.Ranks} for cross-sections. Each says what {@code NaN} gives and which
 * convention it follows; all results are the same to the bit on every machine. Functions and values
 * are safe for any number of threads; accumulators, random streams and objects with scratch space
 * belong to one thread.
 *
 * <pre>{@code
 * Decimal notional = Decimal.parse("12.5").times(Decimal.of(100)); // 1250
 * double volatility = Moments.standardDeviation(returns, 1);       // from a sample: ddof 1
 * double worst = Quantiles.linear(returns, 0.05);                  // type 7, interpolated
 * }</pre>
 */
@NullMarked
package io.quantkit.core.math;

import org.jspecify.annotations.NullMarked;
