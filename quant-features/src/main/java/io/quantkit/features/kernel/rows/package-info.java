/**
 * The kernels of {@code io.quantkit.features.kernel} for many symbols at once: one number of each
 * symbol is added at a time, and all of them are at the same step.
 *
 * <p>Each computes, symbol by symbol and to the bit, what its namesake does for one series: {@link
 * io.quantkit.features.kernel.rows.DecayingSums} what {@link
 * io.quantkit.features.kernel.DecayingSum} does. Loops run over the symbols and use one index in
 * all arrays, which is what the compiler turns into instructions for several numbers. They know
 * nothing of gaps. A kernel belongs to one thread and never allocates after its creation.
 */
@NullMarked
package io.quantkit.features.kernel.rows;

import org.jspecify.annotations.NullMarked;
