package io.quantkit.backtest.report;

import static java.util.Objects.requireNonNull;

/**
 * A sentence a reader must not miss, shown above every chart.
 *
 * @param kind how much weight it has
 * @param text plain language, not blank
 */
public record Statement(Kind kind, String text) {

  /** How much weight a statement has. */
  public enum Kind {
    /** A criterion stated before the test was met. */
    PASS,
    /** A criterion stated before the test was not met. */
    FAIL,
    /** Something that weakens what the numbers seem to say. */
    WARNING,
    /** Something worth knowing. */
    NOTE
  }

  public Statement {
    requireNonNull(kind, "kind");
    if (text.isBlank()) {
      throw new IllegalArgumentException("text of a statement must not be blank");
    }
  }
}
