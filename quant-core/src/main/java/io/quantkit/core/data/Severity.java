package io.quantkit.core.data;

/** How bad a finding is. */
public enum Severity {
  /** Worth knowing. */
  NOTE,
  /** Results may be off; look before you use the data. */
  WARNING,
  /** Do not use the data. */
  ERROR
}
