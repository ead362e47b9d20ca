package io.quantkit.backtest.report;

import static java.util.Objects.requireNonNull;

/**
 * One number about one curve, with the convention it was computed by.
 *
 * @param group the heading under which tables show it, such as {@code Risk}
 * @param name what it is, such as {@code Sharpe ratio}; unique within its group
 * @param value the number, {@code NaN} if it has none
 * @param unit what it counts
 * @param convention the definition in words a reader can check: formula, annualisation, degrees of
 *     freedom; empty if there is nothing to say
 */
public record Measure(String group, String name, double value, Unit unit, String convention) {

  public Measure {
    requireNonNull(unit, "unit");
    requireNonNull(convention, "convention");
    if (group.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException(
          "group and name of a measure must not be blank, were '%s' and '%s'"
              .formatted(group, name));
    }
  }
}
