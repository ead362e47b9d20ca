/**
 * Whether a backtest shows more than luck.
 *
 * <p>{@link io.quantkit.backtest.inference.SharpeSample} holds what the statistics of a Sharpe
 * ratio need of a stream of returns; {@link io.quantkit.backtest.inference.DeflatedSharpe} takes
 * into account how many strategies were tried before this one was picked. Everything is per period,
 * nothing is annualised. Values are immutable.
 *
 * <pre>{@code
 * SharpeSample sample = SharpeSample.of(returns);
 * double probability = DeflatedSharpe.probability(sample, trialSharpes);
 * }</pre>
 */
@NullMarked
package io.quantkit.backtest.inference;

import org.jspecify.annotations.NullMarked;
