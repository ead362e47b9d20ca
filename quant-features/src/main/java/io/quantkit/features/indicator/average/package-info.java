/**
 * Moving averages: what a price has been around.
 *
 * <p>Every type is an immutable recipe, safe to share between threads; the kernels that it starts
 * belong to one thread each. Missing inputs are treated as {@link io.quantkit.features.Feature}
 * says.
 *
 * <pre>{@code
 * double[] slow = new Sma(200).over(closes);
 * double[] fast = new Ema(20, Input.TYPICAL, Seed.MEAN).over(series)[0];
 * }</pre>
 */
@NullMarked
package io.quantkit.features.indicator.average;

import org.jspecify.annotations.NullMarked;
