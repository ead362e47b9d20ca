package io.quantkit.core.ledger;

import java.util.List;

/**
 * One booking: changes of several accounts that sum to zero.
 *
 * @param sequence 0 for the first entry of a ledger, then one more each
 * @param time when it happened as the caller stated it, in epoch nanoseconds; not necessarily later
 *     than the entry before
 * @param kind what happened
 * @param reference which: the execution of a fill, the symbol of a dividend, the description of a
 *     fee, the id of a corporate action or of the one that is paid, the symbol of units that are
 *     transferred or corrected, otherwise empty
 * @param postings the changes that are not zero, in the order of {@link LedgerAccount}
 */
public record JournalEntry(
    long sequence, long time, Kind kind, String reference, List<Posting> postings) {

  /** What an entry is about. */
  public enum Kind {
    /** Money came in. */
    DEPOSIT,
    /** Money went out. */
    WITHDRAWAL,
    /** An order was executed. */
    FILL,
    /** A dividend was received, or paid on a short position. */
    DIVIDEND,
    /** Interest was received or paid. */
    INTEREST,
    /** A fee that belongs to no fill was paid, or a rebate received. */
    FEE,
    /** A company did something to its shares; has no postings if only units changed. */
    CORPORATE_ACTION,
    /** A dividend that was booked at its ex time was paid. */
    PAYMENT,
    /** Money or units moved to other books or came from them. */
    TRANSFER,
    /** The books were made to agree with a statement. */
    CORRECTION
  }

  public JournalEntry {
    postings = List.copyOf(postings);
  }
}
