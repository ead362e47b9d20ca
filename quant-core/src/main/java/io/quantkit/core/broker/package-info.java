/**
 * What every venue can honour: taking orders at most once, and telling what became of them.
 *
 * <p>{@link io.quantkit.core.broker.Broker} is the role; {@link io.quantkit.core.broker.Submission}
 * and {@link io.quantkit.core.broker.Cancellation} are its answers. Reading an account and a market
 * clock are roles of their own, {@link io.quantkit.core.broker.AccountSource} and {@link
 * io.quantkit.core.broker.MarketClock}. What only one venue offers lives on its adapter.
 */
@NullMarked
package io.quantkit.core.broker;

import org.jspecify.annotations.NullMarked;
