/**
 * The small state machines that indicators and statistics are built of: sums, moments and maxima of
 * a sliding window, exponential means, delays.
 *
 * <p>Not exported. Each belongs to one thread, allocates only when it is made or copied, and trusts
 * its caller to pass finite numbers; what a missing number means is decided by the feature, which
 * calls {@code clear}.
 *
 * <p>No sum is carried on for ever, so none drifts. What has a second method for arrays computes
 * the same bits, faster. {@link io.quantkit.features.kernel.BlockIndicator} and {@link
 * io.quantkit.features.kernel.BlockFeature} are kernels that make use of it.
 *
 * <p>Three ways to write a recipe's computation, by what its author has to say. A {@link
 * io.quantkit.features.kernel.BarFormula} (of numbers {@link
 * io.quantkit.features.kernel.NumberFormula}) keeps nothing itself and combines {@link
 * io.quantkit.features.kernel.Stages}, which begin, start again and are withheld without its doing:
 * the shortest, for most oscillators. A {@link io.quantkit.features.kernel.BarStep} (of numbers
 * {@link io.quantkit.features.kernel.NumberStep}) has state of its own and may take bars in blocks:
 * for recursions and for speed. A {@link io.quantkit.features.kernel.Filter} turns one number into
 * one, so that filters chain and run through arrays: for averages and what is made of them.
 *
 * <pre>{@code
 * SlidingMean mean = new SlidingMean(20);
 * boolean full = mean.add(close);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.kernel;

import org.jspecify.annotations.NullMarked;
