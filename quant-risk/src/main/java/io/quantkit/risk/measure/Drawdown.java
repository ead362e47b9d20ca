package io.quantkit.risk.measure;

/**
 * A fall from a peak of wealth and the way back.
 *
 * @param peak the position of the return at whose end wealth peaked, -1 for the start
 * @param trough the position of the return at whose end wealth was lowest
 * @param recovery the position of the return at whose end wealth was back at the peak, -1 if it
 *     never was
 * @param depth the fall as a fraction of the peak, negative
 * @param length periods from the peak to the recovery, or to the last return if there was none; one
 *     more than the ends of periods at which wealth was below the peak if it recovered
 */
public record Drawdown(int peak, int trough, int recovery, double depth, int length) {}
