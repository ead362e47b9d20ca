package io.quantkit.core.data;

import io.quantkit.core.market.Symbol;

/**
 * Something that is wrong with a series.
 *
 * @param symbol whose series
 * @param rule the rule that is broken
 * @param severity how bad it is
 * @param time where in the series, in epoch nanoseconds
 * @param message what the rule asks for and what was found
 */
public record Finding(
    Symbol symbol, SeriesRule rule, Severity severity, long time, String message) {}
