package io.quantkit.core.quality;

/** How bad a finding is. */
public enum Severity {
  /** Worth knowing; sound data has such findings now and then. */
  INFO,
  /** Results may be off; look before you use the data. */
  WARNING,
  /** Wrong beyond doubt; do not use the data as it is. */
  ERROR
}
