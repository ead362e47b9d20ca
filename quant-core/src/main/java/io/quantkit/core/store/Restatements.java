package io.quantkit.core.store;

/**
 * What a store does with a bar that it has with other numbers.
 *
 * @param action what
 * @param knownAt from when on restated numbers are known, in epoch nanoseconds UTC; of use only if
 *     they are recorded
 */
public record Restatements(Action action, long knownAt) {

  /** What to do. */
  public enum Action {
    /** Store nothing of the batch and name the bars that differ. */
    REFUSE,
    /** Keep the stored numbers and name the bars that differ in the report. */
    KEEP,
    /** Store the numbers as another version of the bar. */
    RECORD
  }

  /** Returns the rule that a batch with other numbers fails. */
  public static Restatements refused() {
    return new Restatements(Action.REFUSE, Long.MAX_VALUE);
  }

  /** Returns the rule that stored numbers stay. */
  public static Restatements ignored() {
    return new Restatements(Action.KEEP, Long.MAX_VALUE);
  }

  /**
   * Returns the rule that other numbers are another version, known from a time on.
   *
   * <p>The numbers are compared with those known at that time, so that storing a history of
   * restatements twice changes nothing. Numbers known no later than the version they differ from,
   * or with another {@code knownAt} of the bar, are no restatement: they are named as conflicts in
   * the report and not stored.
   */
  public static Restatements knownAt(long epochNanos) {
    return new Restatements(Action.RECORD, epochNanos);
  }
}
