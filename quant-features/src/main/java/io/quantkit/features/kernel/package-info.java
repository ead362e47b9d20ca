/**
 * The small state machines that indicators and statistics are built of: sums, moments and maxima of
 * a sliding window, exponential means, delays.
 *
 * <p>Not exported. Each belongs to one thread, allocates only when it is made or copied, and trusts
 * its caller to pass finite numbers; what a missing number means is decided by the feature, which
 * calls {@code clear}.
 *
 * <p>The window sums never subtract what leaves the window, so they do not drift: see {@link
 * io.quantkit.features.kernel.SlidingMean}.
 *
 * <pre>{@code
 * SlidingMean mean = new SlidingMean(20);
 * boolean full = mean.add(close);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.kernel;

import org.jspecify.annotations.NullMarked;
