/**
 * Candle patterns: the 61 of TA-Lib, with its numbers.
 *
 * <p>Start with {@link io.quantkit.features.indicator.candle.CandlePattern} for one of them and
 * with {@link io.quantkit.features.indicator.candle.CandlePatterns} for many in one pass; {@link
 * io.quantkit.features.indicator.candle.CandleKind} tells what there is, {@link
 * io.quantkit.features.indicator.candle.CandleSettings} what counts as long, short, near and equal.
 *
 * <p>Every recipe is immutable, safe to share between threads; the kernels that it starts belong to
 * one thread each. Missing inputs are treated as {@link io.quantkit.features.Feature} says.
 *
 * <pre>{@code
 * double[] engulfing = CandlePattern.of(CandleKind.ENGULFING).over(series)[0];
 * double[][] all = CandlePatterns.all().over(series);     // in the order of CandleKind
 * }</pre>
 */
@NullMarked
package io.quantkit.features.indicator.candle;

import org.jspecify.annotations.NullMarked;
