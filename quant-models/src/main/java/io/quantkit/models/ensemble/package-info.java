/**
 * Predictors made of predictors.
 *
 * <p>{@link io.quantkit.models.ensemble.AveragePredictor} averages what several say about the
 * symbols of a moment. Immutable and safe to share between threads.
 *
 * <pre>{@code
 * Predictor both = AveragePredictor.ofRanks(List.of(ridge.predictor(), trees.predictor()));
 * }</pre>
 */
@NullMarked
package io.quantkit.models.ensemble;

import org.jspecify.annotations.NullMarked;
