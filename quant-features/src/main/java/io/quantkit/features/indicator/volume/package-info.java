/**
 * Indicators of what volume says about price.
 *
 * <p>Every type is an immutable recipe, safe to share between threads; the kernels that it starts
 * belong to one thread each. Missing inputs are treated as {@link io.quantkit.features.Feature}
 * says.
 *
 * <pre>{@code
 * double[][] obv = new Obv().over(series);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.indicator.volume;

import org.jspecify.annotations.NullMarked;
