/**
 * Features of a higher timeframe, bar by bar of a lower one, joined by known-at time only.
 *
 * <p>{@link io.quantkit.features.timeframe.HigherBars} says how bars become those of a higher
 * timeframe; {@link io.quantkit.features.timeframe.HigherTimeframe} tells any feature of them as of
 * the last one that is finished, or, if it is asked for by the name partial, as of the running one.
 * {@link io.quantkit.features.timeframe.TimeframeTrend}, {@link
 * io.quantkit.features.timeframe.RsiAlignment} and {@link
 * io.quantkit.features.timeframe.TimeframeLevels} put several timeframes together.
 *
 * <p>Recipes are immutable and may be shared between threads; a kernel belongs to one thread.
 *
 * <pre>{@code
 * HigherBars hours =
 *     HigherBars.of(Timeframe.MINUTE_5, Timeframe.HOUR_1, TradingCalendar.xnys());
 * double[] rsi = HigherTimeframe.finished(new Rsi(14), hours).over(fiveMinutes)[0];
 * }</pre>
 */
@NullMarked
package io.quantkit.features.timeframe;

import org.jspecify.annotations.NullMarked;
