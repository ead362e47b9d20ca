/**
 * What kind of market it is, and features put together of features.
 *
 * <p>Regimes: {@link io.quantkit.features.regime.TrendOrRange}, {@link
 * io.quantkit.features.regime.VolatilityRegime}, {@link io.quantkit.features.regime.MarketPhase}
 * and {@link io.quantkit.features.regime.BullBear}. Composites with a name: {@link
 * io.quantkit.features.regime.RsiBands}, {@link io.quantkit.features.regime.MacdAdx}, {@link
 * io.quantkit.features.regime.VolumeDivergence}. Of any features: {@link
 * io.quantkit.features.regime.Combination} by a function, {@link
 * io.quantkit.features.regime.Lagged}, {@link io.quantkit.features.regime.Difference}, {@link
 * io.quantkit.features.regime.CrossOver}.
 *
 * <p>All of them are causal: a regime is told when it is known, not when it began. Recipes are
 * immutable and may be shared between threads; a kernel belongs to one thread.
 *
 * <pre>{@code
 * Feature spread =
 *     Combination.of(
 *         FeatureName.of("tech", "spread", "10x50", "raw"),
 *         List.of(new Ema(10), new Ema(50)),
 *         values -> values[0] / values[1] - 1);
 * Feature cross = CrossOver.of(new Sma(50), new Sma(200));
 * }</pre>
 */
@NullMarked
package io.quantkit.features.regime;

import org.jspecify.annotations.NullMarked;
