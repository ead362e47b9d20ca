/**
 * What a model is to learn: the only package that looks ahead.
 *
 * <p>{@link io.quantkit.features.label.ForwardReturns} labels every bar with the return that a
 * decision at it would have earned, and with the interval of time it was computed from. Labels are
 * for training and evaluation; a feature, a strategy or a factor must never see one. Recipes are
 * immutable and safe to share between threads.
 *
 * <pre>{@code
 * Labels labels = ForwardReturns.of(1, 5).against(new Against.Benchmark(SPX)).over(panel);
 * Dataset dataset = Dataset.join(features, labels);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.label;

import org.jspecify.annotations.NullMarked;
