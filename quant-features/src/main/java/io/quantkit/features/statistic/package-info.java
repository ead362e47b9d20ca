/**
 * Statistics of a rolling window of prices or returns.
 *
 * <p>Start with {@link io.quantkit.features.statistic.RollingMoments} and {@link
 * io.quantkit.features.statistic.ZScore} for the distribution, {@link
 * io.quantkit.features.statistic.TailRisk} for losses, {@link
 * io.quantkit.features.statistic.ChangePoint} for changes. What tests of econometrics say about a
 * window is in {@code io.quantkit.features.econometric}.
 *
 * <p>Every type is an immutable recipe, safe to share between threads; the kernels that it starts
 * belong to one thread each. Missing inputs are treated as {@link io.quantkit.features.Feature}
 * says.
 *
 * <pre>{@code
 * double[] z = new ZScore(60).over(closes);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.statistic;

import org.jspecify.annotations.NullMarked;
