/**
 * Linear models.
 *
 * <p>{@link io.quantkit.models.linear.Ridge} is the recipe, {@link
 * io.quantkit.models.linear.RidgeModel} what it gives: coefficients in the units of the features,
 * so that they can be read.
 *
 * <p>Everything here is immutable and safe to share between threads. Fitting runs on the calling
 * thread.
 *
 * <pre>{@code
 * RidgeModel model = Ridge.of(10).fit(history, 0);
 * double slope = model.coefficient("mom_return_12_raw");
 * }</pre>
 */
@NullMarked
package io.quantkit.models.linear;

import org.jspecify.annotations.NullMarked;
