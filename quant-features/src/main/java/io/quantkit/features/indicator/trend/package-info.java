/**
 * Indicators of direction and strength of trend
 *
 * <p>Every type is an immutable recipe, safe to share between threads; the kernels that it starts
 * belong to one thread each. Missing inputs are treated as {@link io.quantkit.features.Feature}
 * says.
 *
 * <pre>{@code
 * moving averages and what is built of them.:double[] slow = new Ema(200).over(closes);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.indicator.trend;

import org.jspecify.annotations.NullMarked;
