/**
 * Exact decimals for money, and the numeric kernels that several modules share.
 *
 * <p>Start with {@link io.quantkit.core.math.Decimal}. Values are immutable; accumulators and
 * scratch space belong to one thread.
 *
 * <pre>{@code
 * Decimal notional = Decimal.parse("12.5").times(Decimal.of(100)); // 1250
 * }</pre>
 */
@NullMarked
package io.quantkit.core.math;

import org.jspecify.annotations.NullMarked;
