package io.quantkit.core.store;

import io.quantkit.core.market.Symbol;

/**
 * Which records of a symbol are stored.
 *
 * @param symbol under which they are filed
 * @param firstEvent the event time of the oldest one, in epoch nanoseconds UTC
 * @param lastEvent the event time of the newest one, in epoch nanoseconds UTC
 * @param records how many
 */
public record RecordSpan(Symbol symbol, long firstEvent, long lastEvent, long records) {}
