/**
 * The bridge to ta4j, both ways: a ta4j indicator as a feature ({@link
 * io.quantkit.features.ta4j.Ta4jFeature}) and a feature as a ta4j indicator over a ta4j series
 * ({@link io.quantkit.features.ta4j.FeatureIndicator}). {@link io.quantkit.features.ta4j.Ta4jBars}
 * turns a series of ours into one of ta4j's.
 *
 * <p>Supports ta4j 0.17, the last version that runs on Java 17 and the one that this is tested
 * against. Others are not supported: 0.18 has other bars and numbers. Add {@code
 * org.ta4j:ta4j-core:0.17} to use this package; nothing else in this module needs it.
 *
 * <p>Recipes may be shared between threads if what they were given may; kernels and indicators
 * belong to one thread.
 *
 * <pre>{@code
 * Feature rsi =
 *     Ta4jFeature.of(
 *         FeatureName.of("tech", "ta4j-rsi", 14, "raw"),
 *         bars -> new RSIIndicator(new ClosePriceIndicator(bars), 14));
 * Indicator<Num> ours = FeatureIndicator.of(new Rsi(14), bars);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.ta4j;

import org.jspecify.annotations.NullMarked;
