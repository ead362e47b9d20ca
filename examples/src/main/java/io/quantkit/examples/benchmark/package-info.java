/**
 * What this library costs, beside others doing the same work in the same run.
 *
 * <p>Run them with {@link io.quantkit.examples.Benchmarks}.
 */
@NullMarked
package io.quantkit.examples.benchmark;

import org.jspecify.annotations.NullMarked;
