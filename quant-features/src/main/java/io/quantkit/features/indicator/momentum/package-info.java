/**
 * Indicators of the speed of price changes.
 *
 * <p>Every type is an immutable recipe, safe to share between threads; the kernels that it starts
 * belong to one thread each. Missing inputs are treated as {@link io.quantkit.features.Feature}
 * says.
 *
 * <pre>{@code
 * double[] rsi = new Rsi(14).over(closes);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.indicator.momentum;

import org.jspecify.annotations.NullMarked;
