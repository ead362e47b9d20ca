package io.quantkit.core.store;

import io.quantkit.core.market.Symbol;
import io.quantkit.core.time.Timeframe;

/**
 * Which bars of a symbol are stored.
 *
 * @param symbol whose
 * @param timeframe of which length
 * @param firstStart when the oldest one starts, in epoch nanoseconds UTC
 * @param lastStart when the newest one starts, in epoch nanoseconds UTC
 * @param bars how many, restated ones once
 */
public record BarSpan(
    Symbol symbol, Timeframe timeframe, long firstStart, long lastStart, long bars) {}
