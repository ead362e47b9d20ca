/**
 * Many backtests over the same data, in parallel on the caller's executor.
 *
 * <p>{@link io.quantkit.backtest.sweep.Sweep} applies a function to every point of a list and gives
 * back what it returned, in the order of the points: the same for any number of threads. What the
 * function does not return is not kept, so a sweep takes no more memory than its threads work with
 * and its results hold; return a summary rather than a whole result. A point that fails does not
 * stop the others.
 *
 * <p>The function is called by several threads at once: it may share what is immutable, such as a
 * panel, a {@link io.quantkit.backtest.Backtest} or a {@link
 * io.quantkit.backtest.vector.VectorBacktest}, and makes its own strategies.
 *
 * <pre>{@code
 * SweepResult<Integer, Decimal> result =
 *     Sweep.of(List.of(10, 20, 50), span -> backtest.run("trend", new Trend(span)).finalEquity())
 *         .progress(listener)
 *         .run(executor);
 * }</pre>
 */
@NullMarked
package io.quantkit.backtest.sweep;

import org.jspecify.annotations.NullMarked;
