package io.quantkit.core.aggregate;

/** What becomes of trades outside the session: before the open, after the close, during a break. */
public enum ExtendedHours {
  /** They are counted, in no bar. What is left is what exchanges publish as the day's bar. */
  DROP,

  /**
   * They make bars of their own, flagged {@link BarFlag#EXTENDED}, which never share a bar with the
   * session's trades. Intraday timeframes only: the session's day begins at midnight, so that
   * nothing could be stamped before it.
   */
  OWN_BARS,

  /**
   * Those before the open or in a break go to the next bar of the session, those after the close to
   * its last one, which is then complete at midnight only. On dates without a session they are
   * counted, in no bar.
   */
  MERGE
}
