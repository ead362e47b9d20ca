/**
 * Indicators of the direction and the strength of trends.
 *
 * <p>Every type is an immutable recipe, safe to share between threads; the kernels that it starts
 * belong to one thread each. Missing inputs are treated as {@link io.quantkit.features.Feature}
 * says.
 *
 * <pre>{@code
 * double[][] adx = new Adx(14).over(series);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.indicator.trend;

import org.jspecify.annotations.NullMarked;
