/**
 * Splits that do not leak, and models judged by rows they have not seen.
 *
 * <p>{@link io.quantkit.models.validation.WalkForward} and {@link
 * io.quantkit.models.validation.PurgedKFold} cut a dataset into {@link
 * io.quantkit.models.validation.Split}s. They purge by themselves every row to learn from whose
 * label reaches into the rows to test on, and keep an {@link
 * io.quantkit.models.validation.Embargo}; a split that leaks cannot be built. {@link
 * io.quantkit.models.validation.WalkForwardFit} fits a recipe along the splits, gives predictions
 * out of sample and a {@link io.quantkit.models.validation.ScheduledPredictor} with which the same
 * history can be traded.
 *
 * <p>Everything here is immutable and safe to share between threads. Work is split over an executor
 * only if the caller passes one, and the result does not depend on it.
 *
 * <pre>{@code
 * WalkForward schedule = WalkForward.expanding(Span.ofMonths(60), Span.ofMonths(12));
 * WalkForwardFit fit = WalkForwardFit.run(Ridge.of(10), schedule, data, 42);
 * double skill = fit.scores().rankIc();
 * Predictor predictor = fit.predictor();
 * }</pre>
 */
@NullMarked
package io.quantkit.models.validation;

import org.jspecify.annotations.NullMarked;
