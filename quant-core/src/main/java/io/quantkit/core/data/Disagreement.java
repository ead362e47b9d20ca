package io.quantkit.core.data;

import io.quantkit.core.market.Bar;
import io.quantkit.core.market.Symbol;

/**
 * Two sources that tell different closes of the same bar.
 *
 * @param symbol whose bar
 * @param trusted what the source earlier in order says, which holds
 * @param other what the later one says
 * @param source the position of the later one
 */
public record Disagreement(Symbol symbol, Bar trusted, Bar other, int source) {}
