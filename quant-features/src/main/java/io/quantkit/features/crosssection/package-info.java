/**
 * Scores of many instruments at one moment.
 *
 * <p>{@link io.quantkit.features.crosssection.FeatureFactor} runs a feature for every symbol.
 * {@link io.quantkit.features.crosssection.CrossSectional} compares the symbols that may be traded
 * at that moment with any operator of {@link io.quantkit.features.matrix.Rows}, across the universe
 * or within sectors; {@link io.quantkit.features.crosssection.Neutralized} takes exposures out.
 * {@link io.quantkit.features.crosssection.Beta}, {@link
 * io.quantkit.features.crosssection.RelativeStrength}, {@link
 * io.quantkit.features.crosssection.RollingCorrelation} and their like measure symbols against a
 * benchmark, a fund of their sector or any reference. {@link
 * io.quantkit.features.crosssection.PrincipalComponents}, {@link
 * io.quantkit.features.crosssection.NetworkCentrality}, {@link
 * io.quantkit.features.crosssection.CorrelationClusters} and {@link
 * io.quantkit.features.crosssection.ContagionRisk} look at all symbols together; {@link
 * io.quantkit.features.crosssection.RollingCorrelationMatrix} gives the matrix they start from. All
 * but that one are {@link io.quantkit.core.strategy.Factor}s, immutable and safe to share; a kernel
 * belongs to one thread.
 *
 * <pre>{@code
 * FactorSet factors = FactorSet.of(
 *     FeatureFactor.of(new Roc(12, Roc.Scale.FRACTION)),
 *     CrossSectional.of(new RollingVolatility(12), Rows.zscore(1)).withinSectors(),
 *     new RollingCorrelation(Symbol.of("TLT"), 60),
 *     new Beta(Symbol.of("^GSPC"), 36));
 * FeatureMatrix matrix = factors.over(panel, universe);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.crosssection;

import org.jspecify.annotations.NullMarked;
