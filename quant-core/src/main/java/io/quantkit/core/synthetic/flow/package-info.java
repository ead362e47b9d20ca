/**
 * Order flow and trades that do not exist, with parameters that are known: for testing books,
 * aggregators and estimators.
 *
 * <p>{@link io.quantkit.core.synthetic.flow.OrderFlow} lets limit orders, market orders and
 * cancellations arrive at random, at constant rates or excited by each other ({@link
 * io.quantkit.core.synthetic.flow.HawkesProcess}), and matches them in a {@link
 * io.quantkit.core.synthetic.flow.LimitOrderBook} by price and time. Out come trades with their
 * true aggressor, quotes and snapshots of the book. {@link
 * io.quantkit.core.synthetic.flow.RollModel}, {@link io.quantkit.core.synthetic.flow.KyleImpact},
 * {@link io.quantkit.core.synthetic.flow.GlostenHarris} and {@link
 * io.quantkit.core.synthetic.flow.InformedTrading} make trades without a book, whose spread, impact
 * or share of informed traders an estimator should find again.
 *
 * <p>One seed gives the same bytes on every machine and JDK. Recipes are immutable; books, tapes
 * and running arrivals belong to one thread.
 *
 * <pre>{@code
 * OrderFlow flow =
 *     OrderFlow.builder(100.00, 0.01)
 *         .limitRates(1.9, 1.3, 1.1, 0.9, 0.8)
 *         .cancelRates(0.7)
 *         .marketRate(0.9)
 *         .snapshotEvery(1_000_000_000L)
 *         .build();
 * Tape tape = new Tape();
 * flow.run(0, 3_600_000_000_000L, 42, tape);
 * double last = tape.trades().get(tape.trades().size() - 1).price();
 * }</pre>
 */
@NullMarked
package io.quantkit.core.synthetic.flow;

import org.jspecify.annotations.NullMarked;
