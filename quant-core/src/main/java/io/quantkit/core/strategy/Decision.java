package io.quantkit.core.strategy;

/**
 * What a pipeline decided at one moment, and from what.
 *
 * @param time when, in epoch nanoseconds
 * @param signals the candidates and what was expected of each
 * @param allocation the chosen weights, or why there were none and nothing was traded
 */
public record Decision(long time, Signals signals, Allocation allocation) {}
