/**
 * Cycles: the period, the phase and the trend that Ehlers' transforms read off a price.
 *
 * <p>Every type is an immutable recipe, safe to share between threads; the kernels that it starts
 * belong to one thread each. Missing inputs are treated as {@link io.quantkit.features.Feature}
 * says. The values are TA-Lib's, bar by bar, after its warm-up of 32 or 63 bars.
 *
 * <pre>{@code
 * double[] period = new DominantCyclePeriod().over(closes);
 * double[][] sine = new SineWave().over(series); // sine and lead sine
 * }</pre>
 */
@NullMarked
package io.quantkit.features.indicator.cycle;

import org.jspecify.annotations.NullMarked;
