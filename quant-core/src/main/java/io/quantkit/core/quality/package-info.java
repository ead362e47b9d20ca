/**
 * Judging market data: named rules, what they found, and the clean rest.
 *
 * <p>{@link io.quantkit.core.quality.QualityRule} lists the rules, each with what it protects from;
 * {@link io.quantkit.core.quality.QualityRules} says which apply, how severe they are and what is
 * done about them. {@link io.quantkit.core.quality.SeriesValidator} judges bars, {@link
 * io.quantkit.core.quality.TickValidator} trades, quotes and books. What comes out is a {@link
 * io.quantkit.core.quality.DataQualityReport} as text, JSON or HTML and, from unchecked rows, the
 * sound ones beside the numbers of those that are not. Nothing is repaired.
 *
 * <p>Validators judge after the fact and look at both sides of a price; {@link
 * io.quantkit.core.quality.QualityMonitor} judges live data by the past alone. Everything here is
 * immutable and thread-safe except builders and monitors, which belong to one thread.
 *
 * <pre>{@code
 * CheckedBars checked = SeriesValidator.of(TradingCalendar.xnys()).check(rows);
 * checked.report().findings().forEach(finding -> log.warn(finding.toString()));
 * BarSeries series = checked.series();
 * }</pre>
 */
@NullMarked
package io.quantkit.core.quality;

import org.jspecify.annotations.NullMarked;
