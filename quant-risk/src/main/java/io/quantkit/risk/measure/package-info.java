/**
 * What a stream of returns was worth and what it risked.
 *
 * <p>Start with {@link io.quantkit.risk.measure.PerformanceSummary}, which computes everything at
 * once and carries the convention of each number; {@link io.quantkit.risk.measure.Performance},
 * {@link io.quantkit.risk.measure.Drawdowns} and {@link io.quantkit.risk.measure.TailRisk} have the
 * single measures. Returns are simple and per period, oldest first; the number of periods in a year
 * is always an argument. A {@code NaN} or infinite return is refused: decide what a missing return
 * means before measuring.
 *
 * <pre>{@code
 * double sharpe = Performance.sharpe(returns, 0, 252);
 * }</pre>
 */
@NullMarked
package io.quantkit.risk.measure;

import org.jspecify.annotations.NullMarked;
