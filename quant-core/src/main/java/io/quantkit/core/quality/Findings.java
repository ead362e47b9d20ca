package io.quantkit.core.quality;

import io.quantkit.core.market.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what is found in the rows of one symbol, and which rows are withheld for it. A fault
 * that runs through more than half of the rows becomes one finding.
 */
final class Findings {
  private static final QualityRule[] RULES = QualityRule.values();

  /** How many findings of a rule are told one by one. */
  private static final int TOLD = 10_000;

  /** From how many rows on a fault can be said to run through them. */
  private static final int SYSTEMATIC = 20;

  private final Symbol symbol;
  final QualityRules rules;
  private final long[] times;
  private final boolean[] withheld;
  private final List<List<Finding>> byRule = new ArrayList<>();
  private final long[] counts = new long[RULES.length];

  /**
   * Starts without findings.
   *
   * @param times the time of each row; kept
   */
  Findings(Symbol symbol, QualityRules rules, long[] times) {
    this.symbol = symbol;
    this.rules = rules;
    this.times = times;
    withheld = new boolean[times.length];
    for (int r = 0; r < RULES.length; r++) {
      byRule.add(new ArrayList<>());
    }
  }

  /** Adds a finding about a row and withholds the row if the rule says so. */
  void row(QualityRule rule, int row, String message) {
    rows(rule, row, 1, message);
  }

  /** Adds a finding about a run of rows that begins with the given one. */
  void rows(QualityRule rule, int row, long rows, String message) {
    if (rules.applies(rule)) {
      if (rules.action(rule) == RuleAction.QUARANTINE) {
        withheld[row] = true;
      }
      add(rule, times[row], row, rows, message);
    }
  }

  /** Adds a finding about no row in particular. */
  void whole(QualityRule rule, long time, long rows, String message) {
    if (rules.applies(rule)) {
      add(rule, time, -1, rows, message);
    }
  }

  /** Withholds a row that cannot be what it claims. */
  void withhold(int row) {
    withheld[row] = true;
  }

  boolean withheld(int row) {
    return withheld[row];
  }

  private void add(QualityRule rule, long time, int row, long rows, String message) {
    if (counts[rule.ordinal()]++ < TOLD) {
      byRule
          .get(rule.ordinal())
          .add(
              new Finding(
                  symbol,
                  rule,
                  rules.severity(rule),
                  rules.action(rule),
                  time,
                  row,
                  rows,
                  message));
    }
  }

  /** Returns the rows that are withheld, ascending. */
  List<Integer> quarantined() {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < withheld.length; row++) {
      if (withheld[row]) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Returns the findings, oldest first. */
  List<Finding> toList() {
    List<Finding> all = new ArrayList<>();
    for (int r = 0; r < RULES.length; r++) {
      List<Finding> some = byRule.get(r);
      long count = counts[r];
      if (count > SYSTEMATIC && count > times.length / 2) {
        all.add(summary(some.get(0), count, "; so are %d of %d rows"));
      } else {
        all.addAll(some);
        if (count > TOLD) {
          all.add(summary(some.get(TOLD - 1), count - TOLD, "; %d more of %d rows are not told"));
        }
      }
    }
    all.sort(Comparator.comparingLong(Finding::time));
    return all;
  }

  private Finding summary(Finding first, long rows, String more) {
    return new Finding(
        symbol,
        first.rule(),
        first.severity(),
        first.action(),
        first.time(),
        first.row(),
        rows,
        first.message() + more.formatted(rows, times.length));
  }
}
