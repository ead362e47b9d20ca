package io.quantkit.core.data;

/** Why a row cannot be used. Caught within this package and turned into a {@link RejectedRow}. */
final class RowFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final RowRule rule;

  RowFault(RowRule rule, String message) {
    super(message, null, false, false);
    this.rule = rule;
  }

  RowRule rule() {
    return rule;
  }
}
