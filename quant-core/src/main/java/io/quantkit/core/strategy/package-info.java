/**
 * What decides: strategies, and the stages of which a pipeline is composed.
 *
 * <p>A {@link io.quantkit.core.strategy.Strategy} sees bars and places orders through its {@link
 * io.quantkit.core.strategy.StrategyContext}; it cannot tell whether it trades history or a real
 * account. {@link io.quantkit.core.strategy.PipelineStrategy} is a strategy composed of a {@link
 * io.quantkit.core.strategy.FactorSet}, a {@link io.quantkit.core.strategy.Predictor}, a {@link
 * io.quantkit.core.strategy.PortfolioConstructor} and {@link
 * io.quantkit.core.strategy.OrderCheck}s.
 *
 * <p>Strategies, factor kernels and views belong to the engine's thread. Recipes, weights and
 * verdicts are immutable.
 *
 * <pre>{@code
 * Strategy buyAndHold = (context, bars) -> {
 *   if (context.portfolio().position(SPY).isZero()) {
 *     context.buy(SPY, Decimal.of(100));
 *   }
 * };
 * }</pre>
 */
@NullMarked
package io.quantkit.core.strategy;

import org.jspecify.annotations.NullMarked;
