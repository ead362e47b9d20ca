/**
 * Scores of many instruments at one moment.
 *
 * <p>{@link io.quantkit.features.crosssection.FeatureFactor} runs a feature for every symbol;
 * {@link io.quantkit.features.crosssection.CrossSectionalRank} and {@link
 * io.quantkit.features.crosssection.CrossSectionalZScore} compare the symbols that may be traded at
 * that moment with each other; {@link io.quantkit.features.crosssection.Beta} and {@link
 * io.quantkit.features.crosssection.IdiosyncraticVolatility} measure them against a benchmark. All
 * are {@link io.quantkit.core.strategy.Factor}s, immutable and safe to share; a kernel belongs to
 * one thread.
 *
 * <pre>{@code
 * FactorSet factors = FactorSet.of(
 *     FeatureFactor.of(new Roc(12, Roc.Scale.FRACTION)),
 *     CrossSectionalRank.of(new RollingVolatility(12)),
 *     new Beta(Symbol.of("^GSPC"), 36));
 * FeatureMatrix matrix = factors.over(panel, universe);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.crosssection;

import org.jspecify.annotations.NullMarked;
