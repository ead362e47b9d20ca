/**
 * Tests and estimates from a whole sample: what a statistics package would say about a series.
 *
 * <p>Everything is a pure function of {@code double[]} that returns a record. Start with {@link
 * io.quantkit.features.econometric.DickeyFuller} and {@link io.quantkit.features.econometric.Kpss}
 * for stationarity, {@link io.quantkit.features.econometric.Autocorrelations} for memory, {@link
 * io.quantkit.features.econometric.Garch} for volatility. The same measures on rolling windows are
 * features of {@code io.quantkit.features.statistic} and of this package.
 *
 * <p>Samples must be finite; too short a sample is an {@link IllegalArgumentException}; a sample
 * that does not determine a number, such as equal numbers, gives {@code NaN}. P-values are
 * two-sided unless they say otherwise. All methods are thread-safe and repeatable to the bit:
 * whatever is simulated takes a seed.
 *
 * <pre>{@code
 * UnitRootResult test = DickeyFuller.test(logPrices, Deterministic.CONSTANT, 1);
 * boolean stationary = test.pValue() < 0.05;
 * }</pre>
 */
@NullMarked
package io.quantkit.features.econometric;

import org.jspecify.annotations.NullMarked;
