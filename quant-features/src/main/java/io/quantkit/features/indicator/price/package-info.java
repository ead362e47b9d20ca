/**
 * Prices themselves: transforms and operators, extremes, pivot points and the shape of a bar.
 *
 * <p>{@link io.quantkit.features.indicator.price.Price} is a number of the bar as it is, {@link
 * io.quantkit.features.indicator.price.RollingExtremes} its highs and lows, {@link
 * io.quantkit.features.indicator.price.Pivots} what floor traders watch. Every type is an immutable
 * recipe, safe to share between threads; the kernels that it starts belong to one thread each.
 * Missing inputs are treated as {@link io.quantkit.features.Feature} says.
 *
 * <pre>{@code
 * double[] typical = new Price(Input.TYPICAL).over(series)[0];
 * double[][] pivots = new SessionPivots(PivotRule.FLOOR, TradingCalendar.xnys()).over(series);
 * }</pre>
 */
@NullMarked
package io.quantkit.features.indicator.price;

import org.jspecify.annotations.NullMarked;
