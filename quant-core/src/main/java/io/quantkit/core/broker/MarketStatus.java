package io.quantkit.core.broker;

import java.time.Instant;

/**
 * Whether a market is open, as its broker sees it.
 *
 * @param time the broker's clock
 * @param open whether the regular session is on
 * @param nextOpen when the next regular session begins
 * @param nextClose when the current or next regular session ends
 */
public record MarketStatus(Instant time, boolean open, Instant nextOpen, Instant nextClose) {}
