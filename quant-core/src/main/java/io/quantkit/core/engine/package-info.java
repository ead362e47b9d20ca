/**
 * The engine that drives strategies: one class for every world.
 *
 * <p>{@link io.quantkit.core.engine.TradingEngine} takes slices of bars from a {@link
 * io.quantkit.core.engine.Feed}, hands them to strategies, checks their orders, sends them to a
 * {@link io.quantkit.core.broker.Broker} and books the fills in a ledger. {@link
 * io.quantkit.core.engine.StrategyHarness} drives one strategy by hand, for unit tests.
 *
 * <p>All mutable state belongs to the one thread that calls {@code run}. Only the listener that an
 * engine gives its broker may be called from elsewhere.
 *
 * <pre>{@code
 * TradingEngine engine =
 *     TradingEngine.builder(universe, Feed.replay(panel), broker)
 *         .cash(Decimal.of(100_000))
 *         .strategy("trend", strategy)
 *         .build();
 * engine.run();
 * Decimal equity = engine.portfolio().equity();
 * }</pre>
 */
@NullMarked
package io.quantkit.core.engine;

import org.jspecify.annotations.NullMarked;
