package io.quantkit.core.quality;

import io.quantkit.core.market.Symbol;

/**
 * Something that is wrong with market data.
 *
 * @param symbol whose data
 * @param rule the rule that is broken
 * @param severity how bad it is
 * @param action what the check did about it
 * @param time where in the data, in epoch nanoseconds
 * @param row which row of the input, counted from 0; -1 if it is none in particular
 * @param rows how many rows are meant: more than one where a fault runs through the data
 * @param message what the rule asks for and what was found
 */
public record Finding(
    Symbol symbol,
    QualityRule rule,
    Severity severity,
    RuleAction action,
    long time,
    int row,
    long rows,
    String message) {

  public Finding {
    if (row < -1 || rows < 0) {
      throw new IllegalArgumentException(
          "row must be at least -1 and rows at least 0, were " + row + " and " + rows);
    }
  }
}
