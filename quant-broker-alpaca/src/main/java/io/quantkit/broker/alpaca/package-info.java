/**
 * The Alpaca brokerage (trading API version 2).
 *
 * <p>{@link io.quantkit.broker.alpaca.Alpaca} reads an account and the market clock. Orders, market
 * data and streams are not offered.
 *
 * <p>Everything here is thread-safe and blocks the calling thread while it waits for an answer.
 *
 * <pre>{@code
 * Alpaca alpaca = Alpaca.paper(keyId, secretKey).build();
 * Decimal equity = alpaca.account().account().equity();
 * }</pre>
 */
@NullMarked
package io.quantkit.broker.alpaca;

import org.jspecify.annotations.NullMarked;
