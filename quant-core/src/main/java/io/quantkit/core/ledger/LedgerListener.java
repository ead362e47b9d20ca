package io.quantkit.core.ledger;

/** Receives what a ledger books, on the ledger's thread. */
@FunctionalInterface
public interface LedgerListener {

  /** Receives the next entry; the ledger's balances include it already. */
  void onEntry(JournalEntry entry);
}
