package io.quantkit.core.quality;

/** What a check does about a finding. */
public enum RuleAction {
  /** Names it and leaves the data alone. */
  REPORT,
  /** Leaves the row out of the clean output and returns it apart. */
  QUARANTINE,
  /** Refuses the whole input: there is no clean output. */
  REJECT
}
