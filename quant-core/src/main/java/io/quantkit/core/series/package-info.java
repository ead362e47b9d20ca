/**
 * Columns of numbers and what their rows mean.
 *
 * <p>{@link io.quantkit.core.series.BarSeries} holds the bars of one instrument, {@link
 * io.quantkit.core.series.Panel} those of many on one time line, {@link
 * io.quantkit.core.series.BarSlice} one row of a panel or one moment of a live feed. {@link
 * io.quantkit.core.series.FeatureMatrix} has a row per (time, symbol) and a named column per
 * feature; {@link io.quantkit.core.series.Dataset} joins it with labels that know the interval they
 * were computed from.
 *
 * <p>Everything here is immutable and safe to share between threads; a slice shares the memory of
 * what it was cut from. Times are epoch nanoseconds UTC. A missing number is {@code NaN}.
 *
 * <pre>{@code
 * Panel panel = Panel.align(List.of(apple, google));
 * double lastClose = panel.close(panel.rows() - 1, 0);
 * }</pre>
 */
@NullMarked
package io.quantkit.core.series;

import org.jspecify.annotations.NullMarked;
