/**
 * Swing points and the chart patterns that they form, told at the bar that confirms them.
 *
 * <p>Start with {@link io.quantkit.features.indicator.pattern.ChartPattern}, one recipe for twelve
 * {@link io.quantkit.features.indicator.pattern.Shape}s; {@link
 * io.quantkit.features.indicator.pattern.Swings} says what a swing is and {@link
 * io.quantkit.features.indicator.pattern.Geometry} how exact a shape must be. {@link
 * io.quantkit.features.indicator.pattern.ZigZag} and {@link
 * io.quantkit.features.indicator.pattern.Fractals} tell the swing points themselves.
 *
 * <p>A swing point is known only when prices have turned, and a pattern when its line is broken. So
 * nothing here is ever told at the bar of an extreme: it is told later, with how many bars later,
 * and is never taken back. Recipes are immutable and may be shared between threads; a kernel
 * belongs to one thread.
 *
 * <pre>{@code
 * Feature tops = ChartPattern.of(Shape.DOUBLE_TOP, Swings.percent(0.05));
 * double[][] out = tops.over(daily);
 * // out[ChartPattern.SIGNAL][t] == -1: a close below the valley between two tops
 * }</pre>
 */
@NullMarked
package io.quantkit.features.indicator.pattern;

import org.jspecify.annotations.NullMarked;
