/**
 * Indicators of the size of price changes.
 *
 * <p>Every type is an immutable recipe, safe to share between threads; the kernels that it starts
 * belong to one thread each. Missing inputs are treated as {@link io.quantkit.features.Feature}
 * says.
 *
 * <pre>{@code
 * double[][] bands = new Bollinger(20).over(series); // upper, middle, lower, width, position
 * }</pre>
 */
@NullMarked
package io.quantkit.features.indicator.volatility;

import org.jspecify.annotations.NullMarked;
