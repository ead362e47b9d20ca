/**
 * One story a file, each with a {@code main} to run and read.
 *
 * <p>{@link io.quantkit.examples.MultiFactor} goes the whole way: real data, factors, walk-forward
 * models, a portfolio, an event-driven backtest and a report. {@link
 * io.quantkit.examples.MovingAverage} is the shortest backtest that is honest.
 */
@NullMarked
package io.quantkit.examples;

import org.jspecify.annotations.NullMarked;
