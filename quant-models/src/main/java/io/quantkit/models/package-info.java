/**
 * Learning from datasets: recipes that are fitted, and the fitted models they give.
 *
 * <p>A {@link io.quantkit.models.Trainer} is an immutable recipe; {@code fit} turns a {@link
 * io.quantkit.core.series.Dataset} and a seed into a {@link io.quantkit.models.Model}, which is a
 * {@link io.quantkit.core.strategy.Predictor} that knows where it comes from ({@link
 * io.quantkit.models.Provenance}) and can be stored and loaded ({@link io.quantkit.models.Models}).
 * The recipes are in {@code models.linear} and {@code models.tree}; {@code models.validation} says
 * which rows they may learn from.
 *
 * <p>Everything here is immutable and safe to share between threads.
 *
 * <pre>{@code
 * Model model = Ridge.of(10).fit(history, 42);
 * model.predict(today, scores);
 * model.save(Path.of("models", "ridge-2026-11"));
 * Model again = Models.load(Path.of("models", "ridge-2026-11"));
 * }</pre>
 */
@NullMarked
package io.quantkit.models;

import org.jspecify.annotations.NullMarked;
